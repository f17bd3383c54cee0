import type { Catalog, Hash, Value } from "@flow-catalog/catalog";
import { type Places, rowHash } from "@tools/compile";
import type { Row, SourceDocument } from "@tools/read";

/** A description that cannot be found where the catalog says it stands. */
export interface Unproven {
  readonly vocabulary: string;
  readonly value: Value;
  /** `page:line:column`, or the hash of a row that no place leads to. */
  readonly at: string;
  readonly problem: string;
}

export interface Proof {
  /** Rows that stand where the places say, with the text that the catalog has. */
  readonly rows: number;
  readonly unproven: readonly Unproven[];
}

/** Follows every place into the pages and compares the row that stands there with the catalog. */
export function prove(catalog: Catalog, places: Places, documents: ReadonlyMap<string, SourceDocument>): Proof {
  const rows = new Map([...documents].flatMap(([page, document]) => rowsOf(page, document)));
  let proven = 0;
  const unproven: Unproven[] = [];
  for (const [vocabulary, { entries }] of Object.entries(catalog.vocabularies)) {
    for (const { value, descriptions, deprecated } of entries) {
      // The rows of a tombstone are gone with it.
      if (deprecated !== undefined) continue;
      const at = places.vocabularies[vocabulary]?.find((entry) => entry.value === value)?.at ?? [];
      const found = new Map<Hash, string>();
      for (const place of at) {
        const row = rows.get(place);
        if (row === undefined)
          unproven.push({ vocabulary, value, at: place, problem: "no row of a table stands there" });
        else found.set(rowHash(row), place);
      }
      const stated = new Set(descriptions.map(({ source }) => source.row));
      for (const hash of stated) {
        if (found.has(hash)) proven++;
        else unproven.push({ vocabulary, value, at: hash, problem: "none of its rows has this hash" });
      }
      if (at.length === 0)
        unproven.push({ vocabulary, value, at: "", problem: "docs/places.json does not know where it stands" });
    }
  }
  return { rows: proven, unproven };
}

function rowsOf(page: string, { blocks }: SourceDocument): readonly (readonly [string, Row])[] {
  const tables = blocks.filter((block) => block.kind === "table");
  return tables.flatMap(({ rows }) =>
    rows.map((row) => [`${page}:${row.place.line}:${row.place.column}`, row] as const),
  );
}
