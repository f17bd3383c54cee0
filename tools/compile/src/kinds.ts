import type { AttributeKind, RelationKind } from "@flow-catalog/catalog";
import type { EntryConfig } from "./config.ts";
import { columnIndexes, headersOf, namesOf } from "./match.ts";
import { record } from "./record.ts";
import type { VocabularyRule } from "./vocabulary.ts";

/** What the catalog says of the columns that point at other vocabularies. */
export function relationKinds(config: EntryConfig): { readonly relations?: Readonly<Record<string, RelationKind>> } {
  const relations = Object.entries(config.relations ?? {}).map(
    ([id, { to, from }]) =>
      [id, { ...(to === undefined ? {} : { to }), ...(from === undefined ? {} : { from }) }] as const,
  );
  return relations.length === 0 ? {} : { relations: record(relations) };
}

/** What the catalog says of the other columns; each bears the header that the page gives it. */
export function attributeKinds(rule: VocabularyRule): {
  readonly attributes?: Readonly<Record<string, AttributeKind>>;
} {
  const attributes = Object.entries(rule.config.attributes ?? {}).map(([id, { column, type = "string", exports }]) => {
    const headers = rule.tables.flatMap(headersOf);
    const [index] = columnIndexes(headers, column);
    const title = index === undefined ? (namesOf(column)[0] ?? id) : (headers[index] as string);
    return [id, { title, type, ...(exports === undefined ? {} : { exports }) }] as const;
  });
  return attributes.length === 0 ? {} : { attributes: record(attributes) };
}
