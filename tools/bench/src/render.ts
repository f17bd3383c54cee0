import type { SuiteResult, Table } from "./suite.ts";

/** `docs/benchmarks.md`: every suite's last result, and how to make it again. */
export function render(results: readonly SuiteResult[]): string {
  return [
    "# Benchmarks",
    "",
    "This page is the output of `pnpm bench`; each suite's figures are from its last run. The machines that measure are",
    "shared and noisy: within a table the runs took turns, so compare figures of one table and not of two. `pnpm bench",
    "<suite>` runs one suite.",
    "",
    ...results.flatMap(section),
  ].join("\n");
}

function section({ title, method, command, machine, tables }: SuiteResult): readonly string[] {
  const { cpu, cores, memory, system, node } = machine;
  return [
    `## ${title}`,
    "",
    `\`${command}\` on ${cores} cores of ${cpu}, ${memory}, ${system}, Node ${node}.`,
    "",
    ...method.map((line) => `- ${line}`),
    "",
    ...tables.flatMap(renderTable),
  ];
}

function renderTable({ caption, columns, rows }: Table): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [`**${caption}**`, "", line(columns), line(columns.map(() => "---")), ...rows.map(line), ""];
}
