"use client";
import { useRouter } from "next/navigation";
import { startTransition } from "react";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "./notice.tsx";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** Something went wrong on the server; what stands around it (the filters, too) can still be used. */
export function PageError({ error, reset }: Props) {
  const router = useRouter();
  function again() {
    startTransition(() => {
      router.refresh();
      reset();
    });
  }
  return (
    <Notice title="This could not be shown" isAlert>
      <p>
        Something went wrong while it was read. Nothing is lost; the server’s log has the cause
        {error.digest === undefined ? "" : ` under ${error.digest}`}.
      </p>
      <Button className="mt-2" onClick={again}>
        Try again
      </Button>
    </Notice>
  );
}
