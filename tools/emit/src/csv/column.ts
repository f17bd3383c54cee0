import type { Entry, Value } from "@flow-catalog/catalog";

/** An entry and the id of the vocabulary that it stands in. */
export interface Row {
  readonly vocabulary: string;
  readonly entry: Entry;
}

/** A column of the flat table. */
export interface Column {
  readonly header: string;
  /** What its cells say. */
  readonly description: string;
  readonly datatype?: "integer" | "date";
  /** Present where a cell can have several lines, each a thing of its own. */
  readonly list?: true;
  /** An empty cell is null or undefined. */
  cell(row: Row): Value | null | undefined;
}

/** Each different thing on a line of its own. */
export function lines(things: readonly (string | null)[]): string {
  const present = new Set(things.filter((thing) => thing !== null));
  return [...present].map((thing) => thing.replace(/\s*\n\s*/g, " ")).join("\n");
}
