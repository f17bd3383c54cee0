import type { Element, ElementContent } from "hast";
import type { Table as TableNode } from "mdast";
import type { Cell, Row } from "../document.ts";
import { contentOf } from "../inline/lines.ts";
import { sourceText } from "../inline/source-text.ts";
import { piecesOf } from "../mdast/phrasing.ts";
import type { Targets } from "../mdast/targets.ts";
import { rules } from "../rules.ts";
import { elementsOf, findElement, words } from "./node.ts";
import { phrasing } from "./phrasing.ts";
import { at, firstSeen, insideOf, isClosed, startOf } from "./place.ts";
import type { HtmlReading } from "./reading.ts";
import { splitHeader } from "./table-header.ts";
import { type GridRow, gridRows } from "./table-rows.ts";

export interface ReadTable {
  /** What is said about the table or its columns before the names of the columns. */
  readonly before: readonly Element[];
  /** Stands for the table in the tree; the table itself is among those of the reading. */
  readonly node: TableNode;
}

/** Reads a table. One that shows no cell is none. */
export function readTable(element: Element, reading: HtmlReading): ReadTable | undefined {
  const place = startOf(element);
  if (!isClosed(element, reading.text)) {
    reading.report(rules.htmlTableCut, place, "Found no end of the table, expected `</table>`");
  }
  const parts = splitHeader(gridRows(element, reading));
  if (parts === undefined) return undefined;
  const { titles, header, body, ambiguous } = parts;
  if (ambiguous !== undefined) {
    const message = "Found more than one row that names the columns, expected one";
    reading.report(rules.htmlTableHeader, startOf(ambiguous), message);
  }
  const toRow = rowReader(reading);
  const node: TableNode = { type: "table", children: [], position: at(place) };
  reading.tables.set(node, {
    kind: "table",
    header: toRow(header),
    rows: body.map((row) => toRow(row.isUndivided ? undivided(row, reading) : row)),
    place: reading.placeOf(place),
  });
  return { before: [...elementsOf(element, "caption"), ...titles], node };
}

/**
 * A row that is one cell is a title between rows, and no entry: to repeat it in each column would make a value of it. It
 * is left as short as it is, and what is made of the table can refuse it.
 */
function undivided(row: GridRow, reading: HtmlReading): GridRow {
  const message = `Found one cell over ${row.cells.length} columns, expected a cell for each column`;
  reading.report(rules.htmlRowUndivided, startOf(row.element), message);
  return { ...row, cells: row.cells.slice(0, 1) };
}

/** Where its references lead: HTML has none. */
const noTargets: Targets = { links: new Map(), footnotes: new Set() };

/** Reads rows of one table, and each cell once, however far it reaches. */
function rowReader(reading: HtmlReading): (row: GridRow) => Row {
  const known = new Map<Element, Cell>();
  return ({ element, cells }) => ({ cells: cells.map(cellOf), place: reading.placeOf(startOf(element)) });

  function cellOf(element: Element): Cell {
    const before = known.get(element);
    if (before !== undefined) return before;
    const place = firstSeen(element.children, reading.text) ?? insideOf(element, reading.text);
    const cell = sourceText(
      contentOf(piecesOf(phrasing(element.children, reading), noTargets)),
      reading.placeOf(place),
    );
    known.set(element, cell);
    return cell;
  }
}

/** What stands in a table that is no table: a frame around other content, as it says itself or as its only cell shows. */
export function framed(table: Element): readonly ElementContent[] | undefined {
  const cells = elementsOf(table, "thead", "tbody", "tfoot")
    .flatMap((part) => elementsOf(part, "tr"))
    .flatMap((row) => elementsOf(row, "td", "th"));
  const declared = words(table, "role").some((role) => role === "presentation" || role === "none");
  const [only, ...others] = cells;
  const isFrame = declared || (only !== undefined && others.length === 0 && holdsTable(only));
  return isFrame ? [...elementsOf(table, "caption"), ...cells].flatMap(({ children }) => children) : undefined;
}

function holdsTable(cell: Element): boolean {
  return cell.children.some((child) => findElement(child, "table") !== undefined);
}
