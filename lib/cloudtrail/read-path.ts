import { isHiddenValue } from "./hidden-value.ts";

/**
 * The values at a dotted path: `requestParameters.tags[].key` goes through every element of `tags`. What is missing,
 * masked or of another shape gives nothing; own members only, so that a record can't reach a prototype.
 */
export function readPath(value: unknown, path: string): unknown[] {
  let values: unknown[] = [value];
  for (const step of path.split(".")) {
    const isList = step.endsWith("[]");
    const name = isList ? step.slice(0, -2) : step;
    values = values.flatMap((holder) => {
      if (typeof holder !== "object" || holder === null || !Object.hasOwn(holder, name)) return [];
      const member = (holder as Record<string, unknown>)[name];
      if (!isList) return [member];
      return Array.isArray(member) ? (member as unknown[]) : [];
    });
  }
  return values;
}

/** The first text at the first of these paths that has one; empty and masked ones don't count. */
export function readText(value: unknown, paths: readonly string[]): string | null {
  for (const path of paths) {
    for (const found of readPath(value, path)) {
      if (typeof found === "string" && found !== "" && !isHiddenValue(found)) return found;
    }
  }
  return null;
}

/** The boolean at a path, null where there is none; booleans are texts in some exports. */
export function readFlag(value: unknown, path: string): boolean | null {
  const [found] = readPath(value, path);
  if (found === true || found === "true") return true;
  return found === false || found === "false" ? false : null;
}
