import type { Row } from "../document.ts";
import { rowsOf } from "../mdast/table.ts";
import { definitionLines, type Targets } from "../mdast/targets.ts";
import type { Cut } from "./cuts.ts";
import { excerpt } from "./excerpt.ts";
import type { Parse } from "./parser.ts";
import { plainRow } from "./plain-row.ts";

/**
 * Rows in one parse. More of them cost the parser more time each (200 take half as long again) and memory; fewer make its
 * fixed cost count.
 */
const BATCH = 25;

/** Reads the rows of a cut: plain ones directly, the others in batches under the table's own header. */
export function cutRows(lines: readonly string[], cut: Cut, targets: Targets, parse: Parse): readonly Row[] {
  const prefix = cut.prefix.length;
  const rows: (Row | undefined)[] = [];
  const left: number[] = [];
  for (let index = cut.from; index < cut.to; index++) {
    const row = plainRow(lines[index]!.slice(prefix), index + 1, prefix);
    if (row === undefined) left.push(index);
    rows.push(row);
  }
  const appendix = ["", ...definitionLines(targets)];
  for (let start = 0; start < left.length; start += BATCH) {
    const batch = left.slice(start, start + BATCH);
    const part = excerpt(lines, [cut.header, cut.header + 1, ...batch], prefix, appendix);
    const [table] = parse(part).children;
    if (table?.type !== "table" || table.children.length !== batch.length + 1) {
      throw new Error(`Rows of the table in line ${cut.header + 1} do not parse as they do in their page`);
    }
    const [, ...parsed] = rowsOf(table, { placeOf: part.placeOf, targets });
    batch.forEach((index, position) => {
      rows[index - cut.from] = parsed[position];
    });
  }
  return rows as readonly Row[];
}
