"use client";
import { CopyButton } from "#components/ui/copy-button.tsx";

/** Copies the address of this page, which shows the same to whoever opens it. */
export function CopyLink() {
  return <CopyButton label="Copy link" text={() => globalThis.location.href} />;
}
