import { isMet, type Figure } from "./figure.ts";

const HEAD = ["work", "ours", "yardstick", "ratio", "budget", "met"];

/** The figures as lines for a terminal, in columns. */
export function terminalTable(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** The figures as a Markdown table. */
export function markdownTable(figures: readonly Figure[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(HEAD), `|${HEAD.map(() => "---").join("|")}|`, ...figures.map((figure) => line(cellsOf(figure)))].join(
    "\n",
  );
}

function cellsOf(figure: Figure): string[] {
  const { work, unit, ours, yardstick, ratio, note } = figure;
  const met = isMet(figure);
  return [
    work,
    ours ? `${number(ours.value)} ${unit}` : (note ?? "not measured"),
    yardstick ? `${yardstick.name}: ${number(yardstick.value)} ${unit}` : ours && note ? note : "—",
    ratio === null ? "—" : `${number(ratio)} ×`,
    budgetText(figure),
    met === null ? "—" : met ? "yes" : "no",
  ];
}

function budgetText({ budget, unit }: Figure): string {
  if (!budget) return "—";
  if (budget.kind === "ratio") return `≥ ${budget.atLeast} ×`;
  return budget.kind === "times" ? `≤ ${budget.atMost} ×` : `≤ ${number(budget.atMost)} ${unit}`;
}

/** Three figures, or all of a whole number. */
function number(value: number): string {
  if (Number.isInteger(value) || Math.abs(value) >= 100) return Math.round(value).toLocaleString("en-US");
  return value.toFixed(Math.abs(value) >= 10 ? 1 : 2);
}
