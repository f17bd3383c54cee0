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
