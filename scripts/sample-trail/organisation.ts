import { Random } from "./random.ts";

/** An invented company, Halden Optics, with one organisation trail over three accounts. */
export const ORGANISATION = "o-7h2kq94xwd";
export const TRAIL = { name: "halden-organisation", homeRegion: "eu-west-1" } as const;
export const DOMAIN = "halden.example";

export const ACCOUNTS = { shared: "210654387719", products: "487105932264", labs: "731920486053" } as const;
export type Account = keyof typeof ACCOUNTS;

export const REGIONS = ["eu-west-1", "eu-central-1", "us-east-1", "ap-southeast-2"] as const;
export type Region = (typeof REGIONS)[number];

/** An account and region in which things happen; CloudTrail delivers files for each apart. */
export type Place = { account: Account; region: Region };

export const accountId = (account: Account): string => ACCOUNTS[account];

/** A made-up IAM id (`AIDA…`, `AROA…`) or access key (`AKIA…`, `ASIA…`) that the label decides. */
export function awsId(kind: "AIDA" | "AROA" | "AKIA" | "ASIA", label: string): string {
  return kind + new Random(`id/${kind}/${label}`).base32(kind.endsWith("KIA") || kind === "ASIA" ? 16 : 17);
}
