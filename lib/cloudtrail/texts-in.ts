const MAX_DEPTH = 32;
const MAX_VALUES = 10_000;

/** Every text inside a value, in the order written; no further than a hostile record deserves. */
export function* textsIn(value: unknown): Generator<string> {
  const open: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  for (let seen = 0; seen < MAX_VALUES; seen++) {
    const next = open.pop();
    if (!next) return;
    if (typeof next.value === "string") yield next.value;
    if (typeof next.value !== "object" || next.value === null || next.depth === MAX_DEPTH) continue;
    const members: unknown[] = Object.values(next.value);
    for (const member of members.slice(0, MAX_VALUES).toReversed()) open.push({ value: member, depth: next.depth + 1 });
  }
}
