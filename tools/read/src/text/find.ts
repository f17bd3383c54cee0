import type { KnownTable } from "./columns.ts";
import type { TextLine } from "./lines.ts";

/** The table whose header cells stand at a line and after it. The one with most columns counts. */
export function headerAt(
  lines: readonly TextLine[],
  index: number,
  tables: readonly KnownTable[],
): KnownTable | undefined {
  let found: KnownTable | undefined;
  for (const table of tables) {
    const wider = table.columns.length > (found?.columns.length ?? 0);
    if (wider && table.columns.every(({ name }, offset) => lines[index + offset]?.folded === name)) found = table;
  }
  return found;
}

/** Where a table's rows end, and whether that is where they should. */
export interface End {
  /** Index of the first line after the table. */
  readonly index: number;
  /** Whether the page ended before the line that ends the table. */
  readonly cut: boolean;
}

export function endOf(
  lines: readonly TextLine[],
  from: number,
  table: KnownTable,
  isBoundary: (index: number) => boolean,
): End {
  const { until } = table;
  for (let index = from; index < lines.length; index++) {
    if (until !== undefined && lines[index]!.folded.startsWith(until)) return { index, cut: false };
    if (isBoundary(index)) return { index, cut: false };
  }
  return { index: lines.length, cut: until !== undefined };
}
