import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pool } from "#lib/db/pool.ts";
import { emptyDatabase } from "#lib/db/testing/empty-database.ts";
import { parseEventFilter } from "#lib/events/filter.ts";
import { listEvents } from "#lib/events/queries/list-events.ts";
import { DOSSIER_FILES } from "#lib/principals/testing/dossier-files.ts";
import { IDENTITIES, userArn } from "#lib/principals/testing/identity-records.ts";
import { syncOnce } from "#lib/sync/testing/sync-once.ts";
import { trailFolder, type TrailFolder } from "#lib/sync/testing/trail-folder.ts";
import { getEventPerson } from "./get-event-person.ts";
import { getPrincipal } from "./get-principal.ts";
import { getSubject } from "./get-subject.ts";
import { listSubjects } from "./list-subjects.ts";

async function rowsOf<Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> {
  return (await pool().query<Row>(text, values)).rows;
}

/** Syncs the files in an order, some at a time. */
async function sync(order: typeof DOSSIER_FILES, atATime: number): Promise<void> {
  await emptyDatabase();
  const trail: TrailFolder = await trailFolder();
  for (let at = 0; at < order.length; at += atATime) {
    for (const [key, records] of order.slice(at, at + atATime)) await trail.putLog(key, records);
    await syncOnce([trail.url], { eventSources: "sts.amazonaws.com", asked: { isFull: true } });
  }
  await trail.destroy();
}

const idOf = async (key: string) => {
  const [row] = await rowsOf<{ id: number }>("SELECT id FROM principal WHERE key = $1", [key]);
  return row?.id ?? 0;
};
const dossier = async (key: string, options: { tz?: string } = {}) => {
  const found = await getPrincipal(await idOf(key), options);
  if (!found) throw new Error(`Nobody is ${key}`);
  return found;
};
const role = (path: string) => `arn:aws:iam::111122223333:role/${path}`;
const values = ({ items }: { items: { value: string | null; events: number }[] }) =>
  items.map(({ value, events }) => [value, events]);

beforeAll(() => sync(DOSSIER_FILES, DOSSIER_FILES.length));
afterAll(emptyDatabase);

describe("a dossier", () => {
  it("is there for every type of userIdentity", async () => {
    const rows = await rowsOf<{ id: number; type: string }>("SELECT id, type FROM principal ORDER BY id");
    expect(new Set(rows.map(({ type }) => type))).toEqual(
      new Set(Object.values(IDENTITIES).map((identity) => Reflect.get(identity, "type") as string)),
    );
    for (const { id, type } of rows) {
      const found = await getPrincipal(id);
      const { hours, clients, mfa, regions, addresses, networks, events } = found ?? {};
      const sums = [clients, mfa, regions, addresses, networks].map((list) =>
        list?.items.reduce((sum, item) => sum + item.events, 0),
      );
      sums.push(hours?.flat().reduce((sum, calls) => sum + calls, 0));
      expect({ type, sums }).toEqual({ type, sums: Array.from(sums, () => events) });
      expect(events).toBeGreaterThan(0);
    }
  });

  it("counts by hour of the week in a zone, by network, client and MFA", async () => {
    const ben = await dossier("AIDABEN");
    expect([ben.hours[2]?.[9], ben.hours[2]?.[10], ben.hours[2]?.[11], ben.hours[6]?.[23]]).toEqual([1, 1, 1, 1]);
    const berlin = await dossier("AIDABEN", { tz: "Europe/Berlin" });
    expect([berlin.hours[2]?.[11], berlin.hours[0]?.[1], berlin.hours[6]?.[23]]).toEqual([1, 1, 0]);
    const east = await dossier("AIDABEN", { tz: "+02:00" });
    expect(east.hours).toEqual(berlin.hours);
    expect(values(ben.networks)).toEqual([
      ["192.0.2.0/24", 3],
      ["2001:db8:1::/48", 1],
    ]);
    expect(values(ben.mfa)).toEqual([
      ["true", 3],
      [null, 1],
    ]);
    expect(values(ben.clients)).toEqual([
      ["cli", 3],
      ["console", 1],
    ]);
    await expect(dossier("AIDABEN", { tz: "Mars/Olympus" })).rejects.toThrow("time zone");
  });

  it("has a filter for each value that finds as many events", async () => {
    const ben = await dossier("AIDABEN");
    const lists = {
      network: ben.networks,
      client: ben.clients,
      mfa: ben.mfa,
      agent: ben.userAgents,
      key: ben.accessKeys,
    };
    for (const [name, { items }] of Object.entries(lists)) {
      for (const { value, events } of items) {
        const search = new URLSearchParams([
          ["principal", "AIDABEN"],
          [name, value ?? "!*"],
        ]);
        const { filter, problems } = parseEventFilter(search);
        expect(problems).toEqual([]);
        const found = await listEvents({ filter });
        expect([name, value, found.events.length]).toEqual([name, value, events]);
      }
    }
  });

  it("tells sessions apart by their key, from when the record says they were made", async () => {
    const { sessions } = await dossier("AIDABEN");
    expect(sessions).toMatchObject({
      total: 1,
      items: [
        {
          accessKeyId: "ASIABEN",
          sessionName: null,
          createdAt: "2024-05-01T08:30:00Z",
          firstSeen: "2024-05-01T09:00:00Z",
          lastSeen: "2024-05-01T11:00:00Z",
          events: 3,
          failures: 1,
        },
      ],
    });
    expect((await dossier("AIDAANA")).sessions.total).toBe(0);
  });
});

describe("the person behind", () => {
  const people = async (path: string) => {
    const { people: found } = await dossier(role(path));
    return found.items.map(({ person, rule, certainty, sessions }) => [person, rule, certainty, sessions]);
  };

  it("is found by source identity, the key's origin or a session's name", async () => {
    expect(await people("Deploy")).toEqual(
      expect.arrayContaining([
        ["hana@example.com", "source-identity", "certain", 1],
        ["ana", "issued-key", "certain", 1],
        ["ines.okafor", "session-name", "likely", 1],
      ]),
    );
    const { people: found } = await dossier(role("Deploy"));
    const ana = found.items.find(({ person }) => person === "ana");
    expect(ana?.handovers.map(({ eventName, caller }) => [eventName, caller.principalName, caller.type])).toEqual([
      ["AssumeRole", "Jump/y", "AssumedRole"],
      ["AssumeRole", "ana", "IAMUser"],
    ]);
  });

  it("isn't looked for in circles, and is unknown where nothing tells", async () => {
    expect(await people("Loop")).toEqual([[null, "none", "unknown", 1]]);
    expect(await people("service-role/aws-codestar-service-role")).toEqual([[null, "codestar", "unknown", 1]]);
    expect(await people("CodeStarWorker-orchard-ToolChain")).toEqual([[null, "service", "certain", 1]]);
  });

  it("is named for one event, too", async () => {
    const [row] = await rowsOf<{ event_id: string }>("SELECT event_id FROM event WHERE access_key_id = 'ASIACLEO'");
    expect(await getEventPerson(row?.event_id ?? "")).toMatchObject({
      person: "cleo@example.com",
      rule: "identity-center",
    });
    expect(await getEventPerson("no such event")).toBeNull();
    expect(await getEventPerson("\0")).toBeNull();
  });

  it("shows a worker's project and CodeStar's part", async () => {
    expect(await dossier(role("CodeStarWorker-orchard-ToolChain"))).toMatchObject({
      codestarPart: { kind: "worker" },
      workerOf: [{ account: "111122223333", region: "us-east-1", id: "orchard" }],
      isStsKept: true,
    });
    expect(await dossier(role("service-role/aws-codestar-service-role"))).toMatchObject({
      codestarPart: { kind: "service-role" },
      workerOf: [],
    });
  });
});

describe("what was done to a person", () => {
  it("stands newest first, failed attempts too, and leaves them where the successful ones did", async () => {
    const { doneTo } = await dossier("AIDABEN");
    expect(doneTo.changes.items.map(({ eventName, outcome }) => [eventName, outcome])).toEqual([
      ["DisassociateTeamMember", "failure"],
      ["UpdateTeamMember", "success"],
      ["AssociateTeamMember", "success"],
    ]);
    expect(doneTo.memberships).toMatchObject([
      { project: { id: "orchard" }, isMember: true, role: "Owner", remoteAccess: true, since: "2024-05-02T10:00:00Z" },
    ]);
  });

  it("follows a rename by the ARNs in their own calls", async () => {
    const gita = await dossier("AIDAGITA");
    expect(gita.name).toBe("gita");
    expect(gita.doneTo.arns).toEqual([userArn("gita"), userArn("gertrud")]);
    expect(gita.doneTo.memberships).toMatchObject([{ arn: userArn("gertrud"), isMember: true, role: "Owner" }]);
  });

  it("has a page of its own for who never acted", async () => {
    const { items } = await listSubjects();
    expect(items.map(({ arn, events }) => [arn, events])).toEqual([
      [userArn("never"), 2],
      [userArn("gertrud"), 1],
    ]);
    expect((await listSubjects({ search: "NEVER" })).total).toBe(1);
    expect(await getSubject(userArn("never"))).toMatchObject({
      principals: [],
      doneTo: { reads: 1, changes: { total: 1 }, memberships: [{ isMember: true }] },
    });
    expect((await getSubject(userArn("ben")))?.principals).toMatchObject([{ key: "AIDABEN" }]);
    for (const arn of ["", "arn:aws:iam::111122223333:user/nobody", "\0", "%"])
      expect(await getSubject(arn)).toBeNull();
  });
});

it("the order in which files come makes no difference to anybody", async () => {
  /** Without what an installation numbers by itself. */
  const everybody = async () => {
    const rows = await rowsOf<{ id: number; key: string }>('SELECT id, key FROM principal ORDER BY key COLLATE "C"');
    const all = [];
    for (const { id, key } of rows) {
      const text = JSON.stringify(await getPrincipal(id, { tz: "Asia/Tokyo" }), (name, value: unknown) =>
        ["id", "principalRef", "asOf"].includes(name) && typeof value === "number" ? 0 : value,
      );
      all.push([key, JSON.parse(text)]);
    }
    return [all, await listSubjects()];
  };
  const atOnce = await everybody();
  await sync(DOSSIER_FILES.toReversed(), 1);
  expect(await everybody()).toEqual(atOnce);
  await sync(
    [DOSSIER_FILES[2], DOSSIER_FILES[0], DOSSIER_FILES[3], DOSSIER_FILES[1]].filter((file) => file !== undefined),
    2,
  );
  expect(await everybody()).toEqual(atOnce);
});
