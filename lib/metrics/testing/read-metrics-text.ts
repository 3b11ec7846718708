export type ReadMetric = { type: string; help: string; values: Record<string, number> };

/** Prometheus' text format read as its specification says; a line that isn't of it fails the test. */
export function readMetricsText(text: string): Record<string, ReadMetric> {
  if (!text.endsWith("\n")) throw new Error("The last line doesn't end.");
  const read: Record<string, ReadMetric> = {};
  for (const line of text.split("\n").filter((one) => one !== "")) {
    const comment = /^# (HELP|TYPE) ([a-z_]+) (.+)$/.exec(line);
    if (comment) {
      const [, kind, name = "", rest = ""] = comment;
      const metric = (read[name] ??= { type: "", help: "", values: {} });
      metric[kind === "HELP" ? "help" : "type"] = rest;
      continue;
    }
    const sample = /^([a-z_]+)(\{(?:[a-z]+="(?:[^"\\\n]|\\["\\n])*",?)*\})? (\S+)$/.exec(line);
    const [, name = "", labels = "", value] = sample ?? [];
    const metric = read[name];
    const isKnown = metric !== undefined && !Object.hasOwn(metric.values, labels);
    if (!isKnown) throw new Error(`That is no line of the format, or says something twice: ${line}`);
    metric.values[labels] = Number(value);
  }
  return read;
}
