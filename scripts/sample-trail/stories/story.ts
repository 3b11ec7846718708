import type { Project, ProjectRole } from "#scripts/sample-trail/codestar-calls.ts";
import type { PersonKey } from "#scripts/sample-trail/people.ts";

/** A person, or one of the identities that are used on rare days. */
export type Doer = PersonKey | "root" | "break-glass";

export type Deed =
  | { verb: "create"; by: "console" | "command line" }
  | { verb: "add" | "change"; who: PersonKey; role: ProjectRole; remote: boolean }
  | { verb: "remove"; who: PersonKey }
  | { verb: "update"; name?: string; description?: string }
  | { verb: "tag"; tags: Record<string, string> }
  | { verb: "untag"; keys: readonly string[] }
  | { verb: "extend"; who: PersonKey }
  | { verb: "profile"; action: "create" | "update" | "delete"; who: PersonKey }
  | { verb: "delete"; deleteStack: boolean; /** The policy that IAM doesn't let go. */ leaves?: ProjectRole };

/** When (on the doer's own clock), who, what; and the error it ended with, if it did. */
export type Step = readonly [at: string, by: Doer, deed: Deed, fails?: string];

export type Story = { project: Project; steps: readonly Step[] };

export const create = (by: "console" | "command line" = "console"): Deed => ({ verb: "create", by });
export const add = (who: PersonKey, role: ProjectRole, remote = false): Deed => ({ verb: "add", who, role, remote });
export const change = (who: PersonKey, role: ProjectRole, remote = false): Deed => ({
  verb: "change",
  who,
  role,
  remote,
});
export const remove = (who: PersonKey): Deed => ({ verb: "remove", who });
export const rename = (to: { name?: string; description?: string }): Deed => ({ verb: "update", ...to });
export const tag = (tags: Record<string, string>): Deed => ({ verb: "tag", tags });
export const untag = (...keys: string[]): Deed => ({ verb: "untag", keys });
export const extend = (who: PersonKey): Deed => ({ verb: "extend", who });
export const profile = (action: "create" | "update" | "delete", who: PersonKey): Deed => ({
  verb: "profile",
  action,
  who,
});
export const destroy = (deleteStack: boolean, leaves?: ProjectRole): Deed => ({ verb: "delete", deleteStack, leaves });
