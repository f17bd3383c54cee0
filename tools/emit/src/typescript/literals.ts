import type { Enumeration } from "../enumerations.ts";
import { exportNames } from "../names.ts";
import type { ElementsLiteral } from "../statement.ts";

/** An array, an element on each line, so that a new value changes one line. */
export function arrayLiteral(elements: Iterable<string>, assertion: string): ElementsLiteral {
  return { open: "[", elements, close: `] ${assertion}` };
}

/** A map that costs nothing where it is not used. A map, because no key can harm one. */
export function mapLiteral(types: string, entries: Iterable<readonly [key: string, value: string]>): ElementsLiteral {
  return { open: `/* @__PURE__ */ new Map<${types}>([`, elements: rows(entries), close: "])" };
}

function* rows(entries: Iterable<readonly [key: string, value: string]>): Generator<string> {
  for (const [key, value] of entries) yield `[${key}, ${value}]`;
}

/**
 * From how many rows on a table has plain types. Each row of literals has a type of its own, which a compiler compares
 * with those of all others, and at about a thousand it gives up (TS2590).
 */
const LONG = 500;

/** Whether a table has so many rows that its types must be plain. */
export function isLong(rows: number): boolean {
  return rows > LONG;
}

/** The type of an enumeration's values in a table: their union, or in a long table just text or number. */
export function tableType({ type, exports }: Enumeration, rows: number): string {
  if (!isLong(rows)) return exportNames(exports).value;
  return type === "integer" ? "number" : "string";
}
