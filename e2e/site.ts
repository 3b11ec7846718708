import { z } from "zod";

const sites = z.record(z.string(), z.object({ url: z.url(), databaseUrl: z.string() }));

/** A running Astrolabe of the tests: `sample` has the sample trail, `hostile` what an attacker would write, `arrivals` nothing but what tests insert. */
export type Site = { url: string; databaseUrl: string };
export type SiteName = "sample" | "hostile" | "arrivals";

const VARIABLE = "E2E_SITES";

/** Whether somebody named running sites, so that none need be started. */
export function areSitesGiven(): boolean {
  return process.env[VARIABLE] !== undefined;
}

/** Tells the test processes, which come after the set-up and inherit its environment. */
export function announceSites(running: Record<SiteName, Site>): void {
  process.env[VARIABLE] = JSON.stringify(running);
}

/** A site that the set-up started. */
export function siteOf(name: SiteName): Site {
  const site = sites.parse(JSON.parse(process.env[VARIABLE] ?? "{}"))[name];
  if (!site) throw new Error(`The set-up started no site ${name}.`);
  return site;
}
