import type { Catalog, Entry, Page, Vocabulary } from "@flow-catalog/catalog";
import type { EmitInput } from "../../src/index.ts";

const page: Page = {
  title: "Page",
  url: "https://example.com/page",
  published: "2025-01-01",
  hash: "0123456789abcdef",
};

/** An entry with all that an entry needs, and whatever a test says of it. */
export function entry(value: string | number, name: string, more: Partial<Entry> = {}): Entry {
  return {
    value,
    name,
    title: String(value),
    descriptions: [description(`Text of ${value}`)],
    evidence: { kind: "documented" },
    since: "2025-01-01",
    ...more,
  };
}

export function description(text: string, heading: string | null = "Values"): Entry["descriptions"][number] {
  return { text, markdown: text, source: { page: "page", heading, row: "0123456789abcdef" } };
}

export function vocabulary(type: string, entries: readonly Entry[], more: Partial<Vocabulary> = {}): Vocabulary {
  const module = type.toLowerCase();
  return { title: type, type: "string", exports: { type, list: `${module}s`, module }, entries, ...more };
}

export function catalogOf(vocabularies: Record<string, Vocabulary>, pages: Record<string, Page> = { page }): Catalog {
  return { $schema: "./catalog.schema.json", format: 1, pages, vocabularies };
}

export function input(catalog: Catalog, options: Record<string, unknown> = {}): EmitInput {
  return { catalog, title: "Example", version: "1.2.3", options };
}
