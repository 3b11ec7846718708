import { expect, test } from "vitest";
import { fillSentence } from "./sentence.ts";

const words: Record<string, string> = { project: "project shop", role: "Owner", odd: "{project}[x]|y $1 $&" };
const fill = (template: string) => fillSentence(template, (name) => words[name] ?? null);

test("a template gives the verb in two forms", () => {
  expect(fill("deleted|delete {project}")).toEqual({ done: "deleted project shop", tried: "delete project shop" });
});

test("what is missing is replaced, dropped with its bracket, or fails the template", () => {
  expect(fill("made|make {user|a user} {role}[ of {team}][ in {project}]")?.done).toBe(
    "made a user Owner in project shop",
  );
  expect(fill("made|make {user}")).toBeNull();
  expect(fill("changed|change the role{?role}")?.done).toBe("changed the role");
  expect(fill("changed|change the user{?user}")).toBeNull();
});

test("a value is never read as a template", () => {
  expect(fill("called|call {odd}[ ({odd})]")?.done).toBe("called {project}[x]|y $1 $& ({project}[x]|y $1 $&)");
});
