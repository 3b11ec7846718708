import { CircleCheck, CircleDashed, CircleHelp } from "lucide-react";
import type { Certainty } from "#lib/principals/person-behind.ts";
import { Mark } from "#components/ui/mark.tsx";
import { CERTAINTIES } from "./person-text.ts";

const ICONS = { certain: CircleCheck, likely: CircleDashed, unknown: CircleHelp } as const;

/** How sure it is, by shape and word. */
export function CertaintyMark({ certainty }: { certainty: Certainty }) {
  return (
    <Mark icon={ICONS[certainty]} className={certainty === "certain" ? undefined : "text-ink-soft"}>
      {CERTAINTIES[certainty]}
    </Mark>
  );
}
