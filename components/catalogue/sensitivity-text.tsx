import { SENSITIVITIES, type Sensitivity } from "#lib/codestar/catalogue/action.ts";
import { cn } from "#components/ui/cn.ts";

/** How closely an action deserves to be looked at, by word and weight; what the word means is in its title. */
export function SensitivityText({ sensitivity }: { sensitivity: Sensitivity }) {
  return (
    <span
      title={SENSITIVITIES[sensitivity]}
      className={cn(sensitivity === "high" && "font-medium", sensitivity === "low" && "text-ink-soft")}
    >
      {sensitivity}
    </span>
  );
}
