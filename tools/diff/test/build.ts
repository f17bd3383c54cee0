import type { Catalog, Description, Entry, Value, Vocabulary } from "@flow-catalog/catalog";

/** Short ways to write the parts of a catalog in tests. */
export function describing(text: string, more: Partial<Description> = {}): Description {
  return { text, markdown: text, source: { page: "page", heading: "Values", row: "0123456789abcdef" }, ...more };
}

export function entry(
  value: Value,
  texts: string | readonly string[] = `What ${value} means`,
  more: Partial<Entry> = {},
): Entry {
  const descriptions = [texts]
    .flat()
    .filter((text) => text !== "")
    .map((text) => describing(text));
  return {
    value,
    name: `N${value}`,
    title: String(value),
    descriptions,
    evidence: { kind: "documented" },
    since: null,
    ...more,
  };
}

export function tombstone(from: Entry, successor?: Value): Entry {
  const deprecated = { lastSeen: "2024-01-01", ...(successor === undefined ? {} : { successor }) };
  return { ...from, deprecated };
}

export function vocabulary(entries: readonly Entry[], more: Partial<Vocabulary> = {}): Vocabulary {
  return {
    title: "State",
    type: "string",
    exports: { type: "State", list: "states", module: "state" },
    entries,
    ...more,
  };
}

export function catalog(vocabularies: Readonly<Record<string, Vocabulary>>, more: Partial<Catalog> = {}): Catalog {
  const page = {
    title: "Page",
    url: "https://docs.example.com/page",
    published: "2024-01-01",
    hash: "0123456789abcdef",
  };
  return { $schema: "./catalog.schema.json", format: 1, pages: { page }, vocabularies, ...more };
}
