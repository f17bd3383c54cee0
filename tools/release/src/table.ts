import type { Row, Use } from "./row.ts";

const heads = ["package", "version", "files", "packed", "unpacked", "install", "program"];

/** The table that the rehearsal ends with. */
export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ name, version, files, packed, unpacked, uses }) => [
    name,
    version,
    String(files),
    size(packed),
    size(unpacked),
    results(uses, ({ installed }) => installed),
    results(uses, ({ worked }) => worked),
  ]);
  const widths = heads.map((head, column) => Math.max(head.length, ...cells.map((row) => row[column]!.length)));
  return [heads, widths.map((width) => "-".repeat(width)), ...cells]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

const size = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;

const results = (uses: readonly Use[], holds: (use: Use) => boolean): string =>
  uses.map((use) => `${use.client} ${holds(use) ? "ok" : "FAILED"}`).join(", ");
