import { parseEventRecord } from "#lib/cloudtrail/event-record.ts";
import { clientOf } from "#lib/cloudtrail/client-of.ts";
import { principalOf, type Principal } from "#lib/cloudtrail/principal.ts";
import { Random } from "#scripts/sample-trail/random.ts";

const ACCOUNTS = 12;
const USERS = 24;
const SESSIONS = 12;
const ROBOTS = ["ci-deploy", "codebuild-service-role", "inventory-audit"];
const GIVEN = "amara bjorn chiara dmitri elif farid greta haruki imani jonas kamala leo mei nadia omar priya".split(
  " ",
);
const FAMILY =
  "abara berg costa dahl eriksen fonseca gruber haddad ito jansen khan lindqvist moreau novak okafor".split(" ");
const CHROME = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";
const CLI = "aws-cli/2.13.30 Python/3.11.6 Linux/6.1.0 exe/x86_64 prompt/off";
const BOTO = "Boto3/1.34.11 md/Botocore#1.34.11 ua/2.0 os/linux#6.1.0 lang/python#3.11.6 Botocore/1.34.11";
/** Stands in an identity where its key differs from event to event. */
const KEY = "ASIASAMPLEKEY";

/** Who calls: a user, or a role in one of its sessions. `identity` has a place for `format` to put the key. */
export type MadeActor = {
  account: string;
  principal: Principal;
  identity: string;
  agent: string;
  client: string | null;
};

/** The accounts, in an order that says nothing. */
export const MADE_ACCOUNTS: readonly string[] = Array.from({ length: ACCOUNTS }, (_, index) => {
  const random = new Random(`made/account/${index}`);
  return String(random.int(2, 9)) + String(random.int(10_000, 99_999)) + String(random.int(100_000, 999_999));
});

/** Everybody who acts, the busiest first: few roles of machines, then people in the order of chance. */
export function madeActors(): MadeActor[] {
  const actors = MADE_ACCOUNTS.flatMap((account) => actorsOf(account));
  const isRobot = ({ agent }: MadeActor) => agent === BOTO;
  const people = new Random("made/actors").shuffle(actors.filter((actor) => !isRobot(actor)));
  return [...new Random("made/robots").shuffle(actors.filter(isRobot)), ...people];
}

function actorsOf(account: string): MadeActor[] {
  const random = new Random(`made/actors/${account}`);
  const names = random.shuffle(GIVEN.flatMap((given) => FAMILY.map((family) => `${given}.${family}`)));
  const users = names.slice(0, USERS).map((name, index) => {
    const identity = {
      type: "IAMUser",
      principalId: `AIDA${random.base32(17)}`,
      arn: `arn:aws:iam::${account}:user/${name}`,
      accountId: account,
      accessKeyId: KEY,
      userName: name,
    };
    return actor(account, identity, index % 3 === 0 ? CHROME : CLI);
  });
  const sets = ["DeveloperAccess", "AuditorReadOnly"].map((set) => ({
    name: `AWSReservedSSO_${set}_${random.hex(16)}`,
    path: "/aws-reserved/sso.amazonaws.com/",
    id: `AROA${random.base32(17)}`,
  }));
  const sessions = names.slice(USERS, USERS + SESSIONS).map((name, index) => {
    const role = sets[index % sets.length] ?? { name: "", path: "", id: "" };
    return actor(account, inRole(account, role, `${name}@halden.example`, true), index % 2 === 0 ? CHROME : CLI);
  });
  const robots = ROBOTS.map((name) =>
    actor(
      account,
      inRole(account, { name, path: "/service-role/", id: `AROA${random.base32(17)}` }, name, false),
      BOTO,
    ),
  );
  const root = {
    type: "Root",
    principalId: account,
    arn: `arn:aws:iam::${account}:root`,
    accountId: account,
    accessKeyId: KEY,
    sessionContext: { attributes: { creationDate: "2023-01-02T03:04:05Z", mfaAuthenticated: "true" } },
  };
  return [...users, ...sessions, ...robots, actor(account, root, CHROME)];
}

function inRole(account: string, role: { name: string; path: string; id: string }, session: string, mfa: boolean) {
  return {
    type: "AssumedRole",
    principalId: `${role.id}:${session}`,
    arn: `arn:aws:sts::${account}:assumed-role/${role.name}/${session}`,
    accountId: account,
    accessKeyId: KEY,
    sessionContext: {
      sessionIssuer: {
        type: "Role",
        principalId: role.id,
        arn: `arn:aws:iam::${account}:role${role.path}${role.name}`,
        accountId: account,
        userName: role.name,
      },
      attributes: { creationDate: "2023-01-02T03:04:05Z", mfaAuthenticated: String(mfa) },
    },
  };
}

function actor(account: string, userIdentity: object, userAgent: string): MadeActor {
  const record = parseEventRecord({ userIdentity, userAgent });
  if (!record) throw new Error(`A made identity isn't one: ${JSON.stringify(userIdentity)}`);
  const identity = JSON.stringify(userIdentity).replaceAll("%", "%%").replace(KEY, "%s");
  return { account, principal: principalOf(record), identity, agent: userAgent, client: clientOf(record) };
}
