import { Check, X } from "lucide-react";
import { SafeText } from "#components/text/safe-text.tsx";

type Props = { outcome: "success" | "failure"; errorCode?: string | null };

/** How it ended, by shape and word; a failure says its error. */
export function OutcomeMark({ outcome, errorCode }: Props) {
  if (outcome === "success") {
    return (
      <span className="inline-flex max-w-full items-center gap-1 text-ink-soft">
        <Check className="size-3.5 shrink-0" aria-hidden="true" />
        Success
      </span>
    );
  }
  return (
    <span className="inline-flex max-w-full items-center gap-1 text-failure">
      <X className="size-3.5 shrink-0" aria-hidden="true" />
      <span className="sr-only">Failure: </span>
      <span className="truncate">{errorCode ? <SafeText text={errorCode} /> : "Failure"}</span>
    </span>
  );
}
