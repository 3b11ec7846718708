import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";

type Package = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };

test("npm ci takes the lockfile on every system: it names the optional packages of all of them, and no host", async () => {
  const { packages } = JSON.parse(await readFile("package-lock.json", "utf8")) as { packages: Record<string, Package> };
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isFound(packages, place, name)),
  );
  expect(missing).toEqual([]);
  expect(Object.values(packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

/** As Node looks for it: in the package's own node_modules, then in those around it. */
function isFound(packages: Record<string, Package>, place: string, name: string): boolean {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf("/node_modules/")))) {
    if (packages[`${at === "" ? "" : `${at}/`}node_modules/${name}`]) return true;
    if (at === "") return false;
  }
}
