import type { PrincipalDetail } from "#lib/principals/principal-detail.ts";
import { PeopleTable } from "./people-table.tsx";

const WITHOUT_SESSIONS = new Set(["AWSService"]);
/** Their sessions are their own: there is no other person behind them. */
const THEMSELVES = new Set(["IAMUser", "IdentityCenterUser", "SAMLUser", "WebIdentityUser"]);

/** Who is behind a principal that isn't a person itself. */
export function PrincipalPerson({ principal, timeZone }: { principal: PrincipalDetail; timeZone: string }) {
  const { type, people, sessions, isStsKept } = principal;
  if (WITHOUT_SESSIONS.has(type) || THEMSELVES.has(type) || people.items.length === 0) return null;
  return <PeopleTable people={people} sessionsTotal={sessions.total} isStsKept={isStsKept} timeZone={timeZone} />;
}
