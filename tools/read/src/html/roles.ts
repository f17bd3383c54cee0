import type { Element, Parents } from "hast";
import { attribute, isElement, outermost, textIn, words } from "./node.ts";

const cellNames: ReadonlyMap<string, string> = new Map([
  ["columnheader", "th"],
  ["rowheader", "th"],
  ["cell", "td"],
  ["gridcell", "td"],
]);

/** Makes tables of what only its roles call a table: some hosts build theirs of other elements. */
export function nameTables(parent: Parents): void {
  for (const child of parent.children) {
    if (child.type !== "element") continue;
    nameTables(child);
    const isTable = hasRole(child, "table") || hasRole(child, "grid");
    if (isTable && !isElement(child, "table")) nameTable(child);
  }
}

/** Only where all text stands in cells, so that none is lost. */
function nameTable(table: Element): void {
  const rows = outermost(table, (element) => hasRole(element, "row"));
  const cells = rows.map((row) => outermost(row, (element) => cellName(element) !== undefined));
  if (cells.length === 0 || lettersIn(...cells.flat()) !== lettersIn(table)) return;
  rows.forEach((row, index) => {
    row.tagName = "tr";
    row.children = [...cells[index]!];
  });
  for (const cell of cells.flat()) {
    cell.tagName = cellName(cell)!;
    cell.properties.colSpan = attribute(cell, "ariaColSpan");
    cell.properties.rowSpan = attribute(cell, "ariaRowSpan");
  }
  table.tagName = "table";
  table.children = [{ type: "element", tagName: "tbody", properties: {}, children: [...rows] }];
}

function hasRole(element: Element, role: string): boolean {
  return words(element, "role").includes(role);
}

function cellName(element: Element): string | undefined {
  return words(element, "role")
    .map((role) => cellNames.get(role))
    .find((name) => name !== undefined);
}

function lettersIn(...nodes: readonly Element[]): number {
  return textIn(...nodes).replace(/\s+/g, "").length;
}
