"use client";
import type { ComponentProps } from "react";
import { PageError } from "#components/states/page-error.tsx";

/** The filters stay above it. */
export default function EventsError(props: ComponentProps<typeof PageError>) {
  return (
    <div className="px-4 sm:px-6">
      <PageError {...props} />
    </div>
  );
}
