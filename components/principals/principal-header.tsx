import Link from "next/link";
import type { EventFilter } from "#lib/events/filter.ts";
import type { PrincipalDetail } from "#lib/principals/principal-detail.ts";
import { SummaryLine } from "#components/events/summary-line.tsx";
import { MiddleEllipsis } from "#components/text/middle-ellipsis.tsx";
import { SafeText } from "#components/text/safe-text.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { CodestarNote } from "./codestar-note.tsx";
import { PrincipalType } from "./principal-type.tsx";

type Props = { principal: PrincipalDetail; filter: EventFilter; timeZone: string };

/** Who it is, what it is for, how much it did and when. */
export function PrincipalHeader({ principal, filter, timeZone }: Props) {
  const { arns } = principal.doneTo;
  const former = principal.type === "IAMUser" ? arns.filter((arn) => arn !== principal.arn) : [];
  return (
    <header className="grid grid-cols-1 gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <h1 className="text-title font-semibold [overflow-wrap:anywhere]">
          <SafeText text={principal.name} />
        </h1>
        <PrincipalType principal={principal} />
      </div>
      <p className="flex items-center font-mono text-small text-ink-soft">
        <span className="[overflow-wrap:anywhere]">
          <SafeText text={principal.arn ?? principal.key} />
        </span>
        <CopyButton isSmall label="Copy" text={principal.arn ?? principal.key} />
      </p>
      {former.length > 0 && (
        <p className="flex flex-wrap gap-x-2 text-ink-soft">
          Formerly
          {former.map((arn) => (
            <MiddleEllipsis key={arn} text={arn} tail={24} />
          ))}
        </p>
      )}
      {principal.namesakes.length > 0 && (
        <p className="flex flex-wrap gap-x-2 text-ink-soft">
          The same ARN is or was also that of
          {principal.namesakes.map(({ id, key }) => (
            <Link key={id} className="font-mono text-small text-brass underline" href={`/principals/${id}`}>
              <SafeText text={key} />
            </Link>
          ))}
        </p>
      )}
      <CodestarNote principal={principal} />
      <SummaryLine counts={principal} filter={filter} timeZone={timeZone} />
    </header>
  );
}
