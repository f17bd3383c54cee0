import type {
  AttributeKind,
  Catalog,
  Description,
  Entry,
  Page,
  Relation,
  RelationKind,
  Value,
  Vocabulary,
} from "@flow-catalog/catalog";
import fc from "fast-check";

// Small pools, so that two catalogs have much in common; a few names that trip careless code; now and then anything.
const ids = ["a", "b", "c", "d", "__proto__", "constructor"];
const words = ["x", "y", "z", "x_y", "y_z", "toString", "__proto__"];
const texts = [
  "The x is shown",
  "The “x” is shown",
  'The "x"  is shown',
  "The y is shown",
  "Nothing",
  "One\n\nTwo",
  "",
];

const arbId = fc.constantFrom(...ids);
const arbText = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...texts) }, fc.string({ unit: "binary" }));
const arbName = fc.constantFrom("X", "Y", "Z", "XY", "X_2");
const arbDate = fc.option(fc.constantFrom("2024-01-01", "2024-02-29", "2025-12-31"));
const arbHash = fc.constantFrom("0123456789abcdef", "fedcba9876543210");
const arbType = fc.constantFrom<"string" | "integer">("string", "integer");
const arbExports = fc.record({ type: arbName, list: arbName, module: fc.constantFrom("x", "y") });

const arbValueOf = (type: "string" | "integer"): fc.Arbitrary<Value> =>
  type === "integer" ? fc.integer({ min: -3, max: 6 }) : fc.constantFrom(...words);
const arbValue = arbType.chain(arbValueOf);

const arbDescription: fc.Arbitrary<Description> = fc
  .record({
    text: arbText,
    markdown: fc.constantFrom(
      (text: string) => text,
      (text: string) => `[${text}](https://a.example/)`,
    ),
    source: fc.record({ page: arbId, heading: fc.option(arbText), row: arbHash }),
  })
  .map(({ text, markdown, source }) => ({ text, markdown: markdown(text), source }));

const arbRelation: fc.Arbitrary<Relation> = fc.record(
  { value: arbValue, lastSeen: arbDate },
  { requiredKeys: ["value"] },
);

/** A record of up to three keys, not in any particular order. */
function arbRecord<T>(item: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> {
  const arbPairs = fc.uniqueArray(fc.tuple(arbId, item), { maxLength: 3, selector: ([id]) => id });
  return arbPairs.map((pairs) => Object.fromEntries(pairs));
}

const arbEntry = (value: Value): fc.Arbitrary<Entry> =>
  fc
    .record({
      name: arbName,
      title: arbText,
      descriptions: fc.uniqueArray(arbDescription, { maxLength: 4, selector: ({ text }) => text }),
      relations: arbRecord(fc.uniqueArray(arbRelation, { minLength: 1, maxLength: 4, selector: (one) => one.value })),
      attributes: arbRecord(arbValue),
      evidence: fc.record(
        { kind: fc.constantFrom("documented" as const, "observed" as const), text: arbText },
        { requiredKeys: ["kind"] },
      ),
      since: arbDate,
      deprecated: fc.option(fc.record({ lastSeen: arbDate, successor: arbValue }, { requiredKeys: ["lastSeen"] }), {
        nil: undefined,
      }),
      notes: fc.array(arbText, { maxLength: 2 }),
    })
    .map(({ relations, attributes, deprecated, notes, ...entry }) => ({
      value,
      name: entry.name,
      title: entry.title,
      descriptions: entry.descriptions,
      ...unlessEmpty("relations", relations),
      ...unlessEmpty("attributes", attributes),
      evidence: entry.evidence,
      since: entry.since,
      ...(deprecated === undefined ? {} : { deprecated }),
      ...(notes.length === 0 ? {} : { notes }),
    }));

const arbRelationKind: fc.Arbitrary<RelationKind> = fc.record({ to: arbName, from: arbName }, { requiredKeys: [] });

const arbAttributeKind: fc.Arbitrary<AttributeKind> = fc.record(
  {
    title: arbText,
    type: arbType,
    exports: fc.record({ type: arbName, list: arbName, module: fc.constant("x"), to: arbName, from: arbName }),
    values: fc.array(fc.record({ value: arbValue, title: arbText }), { minLength: 1, maxLength: 3 }),
  },
  { requiredKeys: ["title", "type"] },
);

/** Documented entries first, then tombstones; entries list what they carry in the order of the vocabulary's columns. */
const arbVocabulary: fc.Arbitrary<Vocabulary> = arbType
  .chain((type) =>
    fc.record({
      title: arbText,
      type: fc.constant(type),
      description: fc.option(arbDescription, { nil: undefined }),
      exports: arbExports,
      relations: arbRecord(arbRelationKind),
      attributes: arbRecord(arbAttributeKind),
      entries: fc.uniqueArray(arbValueOf(type), { maxLength: 7 }).chain((values) => fc.tuple(...values.map(arbEntry))),
    }),
  )
  .map(({ description, relations, attributes, entries, ...vocabulary }) => ({
    title: vocabulary.title,
    type: vocabulary.type,
    ...(description === undefined ? {} : { description }),
    exports: vocabulary.exports,
    ...unlessEmpty("relations", relations),
    ...unlessEmpty("attributes", attributes),
    entries: [
      ...entries.filter(({ deprecated }) => deprecated === undefined),
      ...entries.filter(({ deprecated }) => deprecated !== undefined),
    ].map((entry) => inColumnOrder(entry, Object.keys(relations), Object.keys(attributes))),
  }));

const arbPage: fc.Arbitrary<Page> = fc.record({
  title: arbText,
  url: fc.option(fc.webUrl()),
  published: arbDate,
  hash: arbHash,
});

/** Any valid catalog, in canonical form. */
export const arbCatalog: fc.Arbitrary<Catalog> = fc.record({
  $schema: fc.constantFrom("./catalog.schema.json", "./other.schema.json"),
  format: fc.constant(1 as const),
  pages: arbRecord(arbPage),
  vocabularies: arbRecord(arbVocabulary),
});

function unlessEmpty<Key extends string, T extends object>(key: Key, value: T): { readonly [K in Key]?: T } {
  return (Object.keys(value).length === 0 ? {} : { [key]: value }) as { readonly [K in Key]?: T };
}

function inColumnOrder(entry: Entry, relations: readonly string[], attributes: readonly string[]): Entry {
  return {
    ...entry,
    ...(entry.relations === undefined ? {} : { relations: sorted(entry.relations, relations) }),
    ...(entry.attributes === undefined ? {} : { attributes: sorted(entry.attributes, attributes) }),
  };
}

function sorted<T>(of: Readonly<Record<string, T>>, first: readonly string[]): Record<string, T> {
  const keys = Object.keys(of);
  const order = [
    ...first.filter((key) => keys.includes(key)),
    ...keys.filter((key) => !first.includes(key)).toSorted(),
  ];
  return Object.fromEntries(order.map((key) => [key, of[key] as T]));
}
