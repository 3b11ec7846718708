import { Check, X } from "lucide-react";
import { SafeText } from "#components/text/safe-text.tsx";
import { Mark } from "#components/ui/mark.tsx";

type Props = { outcome: "success" | "failure"; errorCode?: string | null };

/** How it ended, by shape and word; a failure says its error. */
export function OutcomeMark({ outcome, errorCode }: Props) {
  if (outcome === "success") {
    return (
      <Mark icon={Check} className="text-ink-soft">
        Success
      </Mark>
    );
  }
  return (
    <Mark icon={X} className="text-failure">
      <span className="sr-only">Failure: </span>
      <span className="truncate">{errorCode ? <SafeText text={errorCode} /> : "Failure"}</span>
    </Mark>
  );
}
