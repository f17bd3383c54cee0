import type { Element } from "hast";
import { rules } from "../rules.ts";
import { layOut, type SpanCell } from "./grid.ts";
import { attribute, elementsOf } from "./node.ts";
import { startOf } from "./place.ts";
import type { HtmlReading } from "./reading.ts";

/** A row of a table: its cells as elements, the same one wherever it reaches. */
export interface GridRow {
  readonly element: Element;
  readonly cells: readonly Element[];
  readonly isInHead: boolean;
  /** Whether it holds nothing but names: all its cells are `<th>`. */
  readonly isNames: boolean;
  /** Whether it is one cell over several columns. */
  readonly isUndivided: boolean;
}

/** The rows of a table in the order in which they are shown. Rows without any cell are not shown. */
export function gridRows(table: Element, reading: HtmlReading): readonly GridRow[] {
  const parts = ["thead", "tbody", "tfoot"].flatMap((name) => elementsOf(table, name));
  return parts.flatMap((part) => partRows(part, reading)).filter(({ cells }) => cells.length > 0);
}

function partRows(part: Element, reading: HtmlReading): readonly GridRow[] {
  const rows = elementsOf(part, "tr");
  const written = rows.map((row) => elementsOf(row, "td", "th").map(spanCell));
  const grid = layOut(written);
  for (const { value, message } of grid.problems) reading.report(rules.htmlTableSpans, startOf(value), message);
  return rows.map((element, index) => {
    const cells = grid.rows[index]!;
    return {
      element,
      cells,
      isInHead: part.tagName === "thead",
      isNames: cells.every(({ tagName }) => tagName === "th"),
      isUndivided: cells.length > 1 && cells.every((cell) => cell === cells[0]),
    };
  });
}

function spanCell(cell: Element): SpanCell<Element> {
  return { value: cell, columns: Math.max(1, spanOf(cell, "colSpan", 1000)), rows: spanOf(cell, "rowSpan", 65_534) };
}

/** HTML bounds both, and takes what is no number for 1. */
function spanOf(cell: Element, name: "colSpan" | "rowSpan", most: number): number {
  const written = attribute(cell, name).trim();
  return /^\d+/.test(written) ? Math.min(most, Number.parseInt(written, 10)) : 1;
}
