import type { Zone } from "./calendar.ts";
import { accountId, type Account } from "./organisation.ts";

export type Person = {
  name: string;
  /** IAM user name, and the part before the @ of the e-mail address. */
  user: string;
  /** Path of the IAM user in its ARN. */
  path: string;
  account: Account;
  zone: Zone;
  /** Usual working hours, in hours of the person's own clock. */
  hours: readonly [number, number];
  office: string;
  home: string;
  browser: string;
  /** System part of the command line's user agent. */
  system: string;
  /** Signs in with a second factor. */
  mfa: boolean;
  /** First and last day with the company, where they fall into the sample. */
  since?: string;
  until?: string;
  /** From that day on through IAM Identity Center instead of the IAM user. */
  ssoSince?: string;
};

const MAC =
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";
const WINDOWS =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36 Edg/119.0.0.0";
const LINUX = "Mozilla/5.0 (X11; Linux x86_64; rv:121.0) Gecko/20100101 Firefox/121.0";
const OFFICE = { north: "203.0.113.10", berlin: "203.0.113.74", newYork: "198.51.100.12", sydney: "198.51.100.140" };
const DARWIN = "Darwin/22.6.0 exe/x86_64";
const UBUNTU = "Linux/5.15.0-91-generic exe/x86_64.ubuntu.22";

const person = (about: Omit<Person, "path" | "hours"> & Partial<Pick<Person, "path" | "hours">>): Person => ({
  path: "/",
  hours: [9, 17.5],
  ...about,
});

/** Everybody who works at Halden Optics; addresses come from the ranges kept for documentation. */
export const PEOPLE = {
  ingrid: person({
    name: "Ingrid Solberg",
    user: "ingrid.solberg",
    account: "products",
    zone: "Europe/Oslo",
    hours: [8, 16],
    office: OFFICE.north,
    home: "203.0.113.201",
    browser: MAC,
    system: DARWIN,
    mfa: true,
    ssoSince: "2022-01-01",
  }),
  priya: person({
    name: "Priya Raghavan",
    user: "priya.raghavan",
    account: "products",
    zone: "Europe/London",
    office: OFFICE.north,
    home: "203.0.113.165",
    browser: MAC,
    system: DARWIN,
    mfa: true,
  }),
  mateo: person({
    name: "Mateo Ferreira",
    user: "mateo.ferreira",
    account: "products",
    zone: "Europe/Lisbon",
    hours: [9.5, 18.5],
    office: OFFICE.north,
    home: "203.0.113.188",
    browser: LINUX,
    system: UBUNTU,
    mfa: true,
    ssoSince: "2024-03-04",
  }),
  amara: person({
    name: "Amara Okafor",
    user: "amara.okafor",
    account: "products",
    zone: "Europe/London",
    hours: [8.5, 17],
    office: OFFICE.north,
    home: "203.0.113.142",
    browser: MAC,
    system: DARWIN,
    mfa: true,
  }),
  jonas: person({
    name: "Jonas Weber",
    user: "jonas.weber",
    account: "products",
    zone: "Europe/Berlin",
    hours: [7.5, 16],
    office: OFFICE.berlin,
    home: "203.0.113.90",
    browser: LINUX,
    system: UBUNTU,
    mfa: true,
  }),
  tomas: person({
    name: "Tomás O'Brien",
    user: "tomas.obrien",
    account: "products",
    zone: "Europe/Dublin",
    hours: [9.5, 18],
    office: OFFICE.north,
    home: "203.0.113.119",
    browser: WINDOWS,
    system: UBUNTU,
    mfa: false,
    until: "2023-09-29",
  }),
  chloe: person({
    name: "Chloe Martin",
    user: "chloe.martin",
    account: "products",
    zone: "Australia/Sydney",
    office: OFFICE.sydney,
    home: "198.51.100.177",
    browser: MAC,
    system: DARWIN,
    mfa: true,
  }),
  daniel: person({
    name: "Daniel Reyes",
    user: "daniel.reyes",
    account: "products",
    zone: "America/New_York",
    hours: [10, 19.5],
    office: OFFICE.newYork,
    home: "198.51.100.61",
    browser: MAC,
    system: DARWIN,
    mfa: true,
  }),
  sofia: person({
    name: "Sofia Lindqvist",
    user: "sofia.lindqvist",
    account: "shared",
    zone: "Europe/Stockholm",
    hours: [8, 16.5],
    office: OFFICE.north,
    home: "2001:db8:4c2:11::9a",
    browser: MAC,
    system: DARWIN,
    mfa: true,
  }),
  lukas: person({
    name: "Lukáš Novák",
    user: "lukas.novak",
    account: "labs",
    zone: "Europe/Prague",
    hours: [9, 17],
    office: OFFICE.berlin,
    home: "203.0.113.99",
    browser: LINUX,
    system: UBUNTU,
    mfa: false,
  }),
  yuki: person({
    name: "Yuki Tanaka",
    user: "yuki.tanaka",
    account: "labs",
    zone: "Asia/Tokyo",
    hours: [9.5, 19],
    office: "198.51.100.201",
    home: "198.51.100.233",
    browser: WINDOWS,
    system: UBUNTU,
    mfa: true,
  }),
  ben: person({
    name: "Ben Carter",
    user: "ben.carter",
    path: "/interns/",
    account: "labs",
    zone: "Australia/Sydney",
    hours: [9, 16.5],
    office: OFFICE.sydney,
    home: "198.51.100.169",
    browser: WINDOWS,
    system: UBUNTU,
    mfa: false,
    since: "2023-02-06",
    until: "2023-08-11",
  }),
  margaret: person({
    name: "Margaret Doyle",
    user: "margaret.doyle",
    account: "products",
    zone: "Europe/Dublin",
    office: OFFICE.north,
    home: "203.0.113.131",
    browser: WINDOWS,
    system: UBUNTU,
    mfa: true,
    ssoSince: "2022-01-01",
  }),
} satisfies Record<string, Person>;

export type PersonKey = keyof typeof PEOPLE;

export const userArn = (person: Person): string =>
  `arn:aws:iam::${accountId(person.account)}:user${person.path}${person.user}`;
