import type { Catalog, Description, Entry, Value, Vocabulary } from "@flow-catalog/catalog";
import type { Ledger, LedgerEntry, LedgerTable } from "@tools/compile";
import { own, pairs } from "../compare/record.ts";

/**
 * What the breaker needs to know of a catalog. A ledger remembers as much, so that no old catalog has to be at hand.
 */
export interface Memory {
  /** Pages that descriptions come from or could come from. */
  readonly pages: readonly string[];
  readonly vocabularies: ReadonlyMap<string, VocabularyMemory>;
}

export interface VocabularyMemory {
  /** Headers of the attribute columns, by attribute id. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Headers of the tables it was read from; undefined where that is not known. */
  readonly tables: readonly LedgerTable[] | undefined;
  readonly entries: ReadonlyMap<Value, EntryMemory>;
}

export interface EntryMemory {
  readonly name: string;
  readonly documented: boolean;
  /** The value that a person confirmed as its new name. */
  readonly successor?: Value;
  readonly texts: readonly string[];
  readonly attributes: Readonly<Record<string, Value>>;
  /** Values that the pages still relate it to, by vocabulary id. */
  readonly relations: ReadonlyMap<string, readonly Value[]>;
}

/** What the ledger remembers: how things stood when it was last written. */
export function rememberLedger(ledger: Ledger): Memory {
  const vocabularies = Object.entries(ledger.vocabularies).map(([id, { attributes, tables, entries }]) => {
    const remembered = entries.map(
      (entry) => [entry.value, rememberEntry(entry, entry.lastSeen === undefined)] as const,
    );
    return [id, { attributes: headers(attributes), tables, entries: new Map(remembered) }] as const;
  });
  return { pages: pagesOf(Object.values(ledger.vocabularies)), vocabularies: new Map(vocabularies) };
}

/**
 * What a catalog says. Only the ledger that was made together with it knows the headers of the tables; without it a
 * column that nothing reads can go unseen.
 */
export function rememberCatalog(catalog: Catalog, ledger?: Ledger): Memory {
  const vocabularies = Object.entries(catalog.vocabularies).map(([id, { attributes, entries }]) => {
    const remembered = entries.map((entry) => [entry.value, rememberDeprecated(entry)] as const);
    const tables = own(ledger?.vocabularies, id)?.tables;
    return [id, { attributes: headers(attributes), tables, entries: new Map(remembered) }] as const;
  });
  return { pages: Object.keys(catalog.pages), vocabularies: new Map(vocabularies) };
}

function rememberDeprecated(entry: Entry): EntryMemory {
  const successor = entry.deprecated?.successor;
  const memory = rememberEntry(entry, entry.deprecated === undefined);
  return successor === undefined ? memory : { ...memory, successor };
}

function rememberEntry(
  {
    name,
    descriptions,
    attributes,
    relations,
  }: Pick<LedgerEntry, "name" | "descriptions" | "attributes" | "relations">,
  documented: boolean,
): EntryMemory {
  const related = pairs(relations).map(([id, list]) => {
    const values = list.filter(({ lastSeen }) => lastSeen === undefined).map(({ value }) => value);
    return [id, values] as const;
  });
  return {
    name,
    documented,
    texts: descriptions.map(({ text }) => text),
    attributes: attributes ?? {},
    relations: new Map(related.filter(([, values]) => values.length > 0)),
  };
}

const headers = (attributes: Vocabulary["attributes"]): ReadonlyMap<string, string> =>
  new Map(pairs(attributes).map(([id, { title }]) => [id, title]));

interface Described {
  readonly entries: readonly { readonly lastSeen?: unknown; readonly descriptions: readonly Description[] }[];
}

/** A ledger never forgets a page, so the pages that still matter are those that documented values come from. */
function pagesOf(vocabularies: readonly Described[]): readonly string[] {
  const documented = vocabularies.flatMap(({ entries }) => entries.filter(({ lastSeen }) => lastSeen === undefined));
  return [...new Set(documented.flatMap(({ descriptions }) => descriptions.map(({ source }) => source.page)))];
}
