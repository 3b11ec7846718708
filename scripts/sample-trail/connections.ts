import { localTime } from "./calendar.ts";
import type { Connection, Host, Provider, RepositoryLink } from "./connections-calls.ts";
import type { Place } from "./organisation.ts";
import { PEOPLE, type PersonKey } from "./people.ts";

/** The things of AWS CodeConnections that Halden Optics has, each with who made it and when. */
export type Made<T> = T & { by: PersonKey };

const made = (at: string, by: PersonKey) => ({ by, since: localTime(at, PEOPLE[by].zone) });

const connection = (
  name: string,
  provider: Provider,
  account: Place["account"],
  region: Place["region"],
  at: string,
  by: PersonKey,
  host?: Host,
): Made<Connection> => ({ name, provider, place: { account, region }, ...made(at, by), host });

const link = (
  on: Connection,
  repository: string,
  at: string,
  by: PersonKey,
  branch = "main",
): Made<RepositoryLink> => ({
  connection: on,
  repository,
  stack: `${repository}-stack`,
  branch,
  ...made(at, by),
});

export const HOST: Made<Host> = {
  name: "halden-ghe",
  endpoint: "https://git.halden.example",
  place: { account: "products", region: "eu-central-1" },
  ...made("2023-03-08 09:14", "jonas"),
};

const eu = connection("halden-github", "GitHub", "products", "eu-west-1", "2023-01-11 10:22", "mateo");
const berlin = connection(
  "nimbus-ghe",
  "GitHubEnterpriseServer",
  "products",
  "eu-central-1",
  "2023-03-08 10:40",
  "jonas",
  HOST,
);
const bitbucket = connection("handbook-bitbucket", "Bitbucket", "shared", "us-east-1", "2023-05-09 09:31", "sofia");
const newYork = connection("ledger-github", "GitHub", "products", "us-east-1", "2023-06-20 11:15", "daniel");
const sydney = connection("tide-github", "GitHub", "products", "ap-southeast-2", "2024-02-06 10:02", "chloe");
const handbook = connection("handbook-github", "GitHub", "shared", "us-east-1", "2024-02-20 09:44", "sofia");
const lumen = connection("lumen-github", "GitHub", "products", "eu-west-1", "2024-08-06 10:12", "mateo");
const quill = connection("quill-gitlab", "GitLab", "labs", "ap-southeast-2", "2024-08-13 11:05", "yuki");
const harbor = connection("harbor-github", "GitHub", "products", "eu-west-1", "2024-09-17 09:20", "amara");

export const CONNECTIONS: readonly Made<Connection>[] = [
  eu,
  berlin,
  bitbucket,
  newYork,
  sydney,
  handbook,
  lumen,
  quill,
  harbor,
];

/** Deleted again once its repository had moved. */
export const RETIRED = { connection: bitbucket, at: "2024-02-27 10:15", by: "sofia" } as const;

export const LINKS: readonly Made<RepositoryLink>[] = [
  link(berlin, "nimbus-batch", "2024-01-24 09:05", "jonas"),
  link(newYork, "ledger-sync", "2024-05-14 13:12", "daniel"),
  link(lumen, "lumen-portal", "2024-08-07 10:30", "mateo"),
  link(quill, "quill-notes", "2024-08-14 10:18", "yuki"),
  link(sydney, "tide-forecast", "2024-08-20 09:48", "chloe", "release"),
  link(harbor, "harbor-api", "2024-09-18 09:55", "amara"),
];
