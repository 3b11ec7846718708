import type { PrincipalDetail } from "#lib/principals/principal-detail.ts";
import type { EventFilter } from "#lib/events/filter.ts";
import { CountTable } from "#components/events/count-table.tsx";
import { onlyValue } from "#components/events/edit-filter.ts";
import { formatCount } from "#components/text/format-count.ts";
import { SectionHeading } from "#components/ui/section-heading.tsx";

const CLIENTS: Record<string, string> = {
  console: "Console",
  cli: "Command line",
  sdk: "Program (SDK)",
  service: "AWS service",
};
const MFA: Record<string, string> = { true: "With MFA", false: "Without MFA" };
const PER_CENT = 100;

type Props = { principal: Pick<PrincipalDetail, "key" | "clients" | "mfa">; filter: EventFilter };

/** With what somebody called, and whether MFA was used where the session says so. */
export function ClientAndMfa({ principal: { key, clients, mfa }, filter }: Props) {
  return (
    <div className="grid grid-cols-1 gap-6">
      <section className="min-w-0">
        <SectionHeading>Console or command line</SectionHeading>
        <CountTable
          caption="Clients by count"
          nameLabel="Client"
          rows={clients.items.map(({ value, events, failures }) => ({
            key: value ?? "",
            name: value === null ? <None>Can’t be told</None> : (CLIENTS[value] ?? value),
            events,
            failures,
            filter: onlyValue(filter, "client", value),
          }))}
        />
      </section>
      <section className="min-w-0">
        <SectionHeading>
          MFA <span className="font-normal text-ink-soft">{shareText(mfa.items)}</span>
        </SectionHeading>
        <CountTable
          caption="Calls by MFA"
          nameLabel="Session"
          rows={mfa.items.map(({ value, events, failures }) => ({
            key: value ?? "",
            name: value === null ? <None>Doesn’t say</None> : (MFA[value] ?? value),
            events,
            failures,
            filter: onlyValue(filter, "mfa", value),
          }))}
        />
        {key.includes("/AWSReservedSSO_") && (
          <p className="mt-1 text-small text-ink-soft">
            Identity Center asks for the second factor itself; the session says “without” all the same.
          </p>
        )}
      </section>
    </div>
  );
}

function None({ children }: { children: string }) {
  return <span className="text-ink-soft">{children}</span>;
}

/** Of the calls whose session says; that many don't is a fact of its own. */
function shareText(items: PrincipalDetail["mfa"]["items"]): string {
  const countOfValue = (value: string) => items.find((item) => item.value === value)?.events ?? 0;
  const said = countOfValue("true") + countOfValue("false");
  if (said === 0) return "no session says";
  // One in a thousand isn't none, and all but one isn't all.
  const share = (countOfValue("true") / said) * PER_CENT;
  const text = share > 0 && share < 1 ? "under 1" : String(Math.floor(share));
  return `${text} % of the ${formatCount(said)} calls whose session says`;
}
