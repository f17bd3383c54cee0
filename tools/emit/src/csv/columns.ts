import type { Catalog } from "@flow-catalog/catalog";
import { attributeOf, relationsOf } from "../enumerations.ts";
import { goneText } from "../words.ts";
import { type Column, lines } from "./column.ts";
import { firstColumns, lastColumns } from "./common-columns.ts";

/** The columns of a catalog: the same for every catalog, and between them one for each attribute and relation it has. */
export function columns(catalog: Catalog): Column[] {
  const last = lastColumns(catalog);
  const taken = new Set([...firstColumns, ...last].map(({ header }) => header));
  const between = [...attributeColumns(catalog), ...relationColumns(catalog)].map((column) => {
    const header = freeHeader(column.header, taken);
    taken.add(header);
    return { ...column, header };
  });
  return [...firstColumns, ...between, ...last];
}

/** Attributes of one id in several vocabularies share a column. */
function attributeColumns({ vocabularies }: Catalog): Column[] {
  const kinds = Object.values(vocabularies).flatMap(({ attributes = {} }) => Object.entries(attributes));
  return [...new Set(kinds.map(([id]) => id))].map((id) => {
    const same = kinds.filter(([other]) => other === id).map(([, kind]) => kind);
    const sorted = same.some(({ values }) => values !== undefined) ? " (sorted by hand)" : "";
    return {
      header: id,
      description: [...new Set(same.map(({ title }) => title))].join(", ") + sorted,
      ...(same.every(({ type }) => type === "integer") && { datatype: "integer" }),
      cell: ({ entry }) => attributeOf(entry, id),
    };
  });
}

function relationColumns({ vocabularies }: Catalog): Column[] {
  const targets = Object.values(vocabularies).flatMap(({ relations = {} }) => Object.keys(relations));
  return [...new Set(targets)].map((id) => ({
    header: id,
    description: `Values of the vocabulary ${id} that the documentation names together with this one`,
    list: true,
    cell: ({ entry }) =>
      lines(relationsOf(entry, id).map(({ value, lastSeen }) => [value, ...goneText(lastSeen)].join(" "))),
  }));
}

/** Ids come from the configuration, so that one named like another column is possible. */
function freeHeader(header: string, taken: ReadonlySet<string>): string {
  return taken.has(header) ? freeHeader(`${header}_2`, taken) : header;
}
