import type { ReactNode } from "react";
import { visibleText } from "./hidden-characters.ts";
import { SafeText } from "./safe-text.tsx";

type Props = { children: ReactNode; /** Account and region, or the service. */ by: string };

/** A name and what tells it from its namesakes: beside it, on a narrow page below it. */
export function Qualified({ children, by }: Props) {
  return (
    <span className="flex min-w-0 gap-x-2 max-sm:flex-col max-sm:py-1">
      <span className="min-w-0 truncate sm:max-w-[70%] sm:shrink-0">{children}</span>
      <span className="min-w-0 truncate font-mono text-small leading-5 text-ink-soft" title={visibleText(by)}>
        <SafeText text={by} />
      </span>
    </span>
  );
}
