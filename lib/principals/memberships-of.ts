/** A project's name in a change of a team. */
type ProjectName = { account: string; region: string; id: string };

/** A successful change of a person's place in a team, or the deletion of a project. */
export type TeamChange = {
  eventId: string;
  eventTime: string;
  eventName: string;
  project: ProjectName;
  /** The person's ARN; of no meaning where the project was deleted. */
  subjectArn: string | null;
  /** Null: the request doesn't say. */
  role: string | null;
  remoteAccess: boolean | null;
};

/** A person's place in a project's team as the last change left it. */
export type Membership = {
  project: ProjectName;
  arn: string;
  isMember: boolean;
  role: string | null;
  remoteAccess: boolean | null;
  /** When they came; null: before the records begin, so that only a later change tells of them. */
  since: string | null;
  /** When they went. */
  until: string | null;
  /** The change that made it so. */
  eventId: string;
};

/**
 * Where a person is and was a member: changes in the order of (eventTime, eventId); what a request doesn't say stays;
 * a deleted project has no team. Present places first, then by the latest change.
 * @param changes successful ones, in any order.
 */
export function membershipsOf(changes: readonly TeamChange[]): Membership[] {
  const places = new Map<string, { place: Membership; changedAt: string }>();
  for (const change of changes.toSorted(byTime)) {
    if (change.eventName === "DeleteProject") {
      for (const [key, { place }] of places) {
        if (!place.isMember || nameOf(place.project) !== nameOf(change.project)) continue;
        const left = { ...place, isMember: false, until: change.eventTime, eventId: change.eventId };
        places.set(key, { place: left, changedAt: change.eventTime });
      }
    } else if (change.subjectArn !== null) {
      const key = `${nameOf(change.project)} ${change.subjectArn}`;
      const place = changed(places.get(key)?.place, change, change.subjectArn);
      places.set(key, { place, changedAt: change.eventTime });
    }
  }
  return [...places.values()]
    .toSorted((a, b) => Number(b.place.isMember) - Number(a.place.isMember) || compare(b.changedAt, a.changedAt))
    .map(({ place }) => place);
}

function changed(before: Membership | undefined, change: TeamChange, arn: string): Membership {
  const { eventId, project, eventTime, role, remoteAccess } = change;
  const was = before?.isMember === true ? before : null;
  const place = { project, arn, eventId };
  switch (change.eventName) {
    case "DisassociateTeamMember": {
      const { since = null, role: lastRole = null, remoteAccess: lastAccess = null } = was ?? {};
      return { ...place, isMember: false, role: lastRole, remoteAccess: lastAccess, since, until: eventTime };
    }
    case "AssociateTeamMember":
      return { ...place, isMember: true, role, remoteAccess, since: eventTime, until: null };
    default: {
      // An update of somebody of whom no coming is known.
      const { since = null, role: lastRole = null, remoteAccess: lastAccess = null } = was ?? {};
      const terms = { role: role ?? lastRole, remoteAccess: remoteAccess ?? lastAccess };
      return { ...place, isMember: true, ...terms, since, until: null };
    }
  }
}

const nameOf = ({ account, region, id }: ProjectName) => JSON.stringify([account, region, id]);
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Fractions of a second have as many decimals as they need, so times compare as numbers before they do as text. */
function byTime(a: TeamChange, b: TeamChange): number {
  return (
    Date.parse(a.eventTime) - Date.parse(b.eventTime) ||
    compare(a.eventTime.replace(/Z$/, ""), b.eventTime.replace(/Z$/, "")) ||
    compare(a.eventId, b.eventId)
  );
}
