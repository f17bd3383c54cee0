import type { Catalog } from "@flow-catalog/catalog";
import type { SourceDocument } from "@tools/read";

/** How much was read, and what came of it. */
export interface Counts {
  readonly pages: number;
  readonly tables: number;
  readonly rows: number;
  readonly vocabularies: readonly { readonly id: string; readonly entries: number; readonly tombstones: number }[];
}

export function countAll(documents: Iterable<SourceDocument>, catalog: Catalog): Counts {
  const all = [...documents];
  const tables = all.flatMap((document) => document.blocks.filter((block) => block.kind === "table"));
  return {
    pages: all.length,
    tables: tables.length,
    rows: tables.reduce((sum, table) => sum + table.rows.length, 0),
    vocabularies: Object.entries(catalog.vocabularies).map(([id, { entries }]) => {
      const tombstones = entries.filter(({ deprecated }) => deprecated !== undefined).length;
      return { id, entries: entries.length - tombstones, tombstones };
    }),
  };
}

const MOST = 8;

/** The counts in two lines. */
export function showCounts({ pages, tables, rows, vocabularies }: Counts): string {
  const shown = vocabularies
    .slice(0, MOST)
    .map(({ id, entries, tombstones }) => `${id} ${entries}${tombstones === 0 ? "" : ` (and ${tombstones} gone)`}`);
  const entries = vocabularies.reduce((sum, vocabulary) => sum + vocabulary.entries, 0);
  const more = vocabularies.length > MOST ? ` and ${vocabularies.length - MOST} more` : "";
  return [
    `Read     ${plural(pages, "page")}, ${plural(tables, "table")}, ${plural(rows, "row")}`,
    `Catalog  ${entries === 1 ? "1 entry" : `${entries} entries`}: ${shown.join(", ")}${more}`,
  ].join("\n");
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
