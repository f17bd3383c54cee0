import type { Catalog, Entry, Vocabulary } from "@flow-catalog/catalog";
import { type Change, type ChangeKind, diff } from "../src/index.ts";
import { catalog, describing, entry, tombstone, vocabulary } from "./build.ts";

/** Two catalogs that differ by one kind of change, by the kind and, where a kind has several cases, by the case. */
type Pair = readonly [before: Catalog, after: Catalog];

const of = (a: Vocabulary, b: Vocabulary): Pair => [catalog({ s: a }), catalog({ s: b })];
const entries = (a: readonly Entry[], b: readonly Entry[], more: Partial<Vocabulary> = {}): Pair =>
  of(vocabulary(a, more), vocabulary(b, more));
const facts = (a: Partial<Vocabulary>, b: Partial<Vocabulary>): Pair =>
  of(vocabulary([entry("a")], a), vocabulary([entry("a")], b));
const fact = (a: Partial<Entry>, b: Partial<Entry>, more: Partial<Vocabulary> = {}): Pair =>
  entries([entry("a", "A", a)], [entry("a", "A", b)], more);
const pages = (a: Catalog["pages"], b: Catalog["pages"]): Pair => [
  catalog({}, { pages: a }),
  catalog({}, { pages: b }),
];

const page = { title: "P", url: null, published: null, hash: "0123456789abcdef" };
const source = { page: "page", heading: "Values", row: "0123456789abcdef" };
const code = { title: "Code", type: "integer" } as const;
const names = { type: "C", list: "cs", module: "c", to: "codeOf", from: "aOf" };
const exported = { attributes: { code: { ...code, exports: names } } };
const related = (...values: readonly object[]) => ({ relations: { t: values } }) as Partial<Entry>;

export const samples: { readonly [Kind in ChangeKind]: Readonly<Record<string, Pair>> } = {
  "schema-changed": { "": [catalog({}), catalog({}, { $schema: "./other.schema.json" })] },
  "page-added": { "": pages({}, { p: page }) },
  "page-gone": { "": pages({ p: page }, {}) },
  "page-changed": {
    title: pages({ p: page }, { p: { ...page, title: "Q" } }),
    url: pages({ p: page }, { p: { ...page, url: "https://docs.example.com/" } }),
    published: pages({ p: page }, { p: { ...page, published: "2024-01-01" } }),
    hash: pages({ p: page }, { p: { ...page, hash: "fedcba9876543210" } }),
  },
  "order-changed": { "": entries([entry("a"), entry("b")], [entry("b"), entry("a")]) },
  "vocabulary-added": { "": [catalog({}), catalog({ s: vocabulary([entry("a")]) })] },
  "vocabulary-gone": { "": entries([entry("a")], [tombstone(entry("a"))]) },
  "vocabulary-back": { "": entries([tombstone(entry("a"))], [entry("a")]) },
  "vocabulary-dropped": { "": [catalog({ s: vocabulary([entry("a")]) }), catalog({})] },
  "vocabulary-title-changed": { "": facts({}, { title: "T" }) },
  "vocabulary-description-added": { "": facts({}, { description: describing("D") }) },
  "vocabulary-description-changed": { "": facts({ description: describing("D") }, { description: describing("E") }) },
  "vocabulary-description-gone": { "": facts({ description: describing("D") }, {}) },
  "vocabulary-source-changed": {
    "": facts(
      { description: describing("D") },
      { description: describing("D", { source: { ...source, heading: "H" } }) },
    ),
  },
  "exports-changed": { "": facts({}, { exports: { type: "T", list: "ts", module: "t" } }) },
  "type-changed": { "": facts({}, { type: "integer" }) },
  "relation-kind-added": { "": facts({}, { relations: { t: {} } }) },
  "relation-kind-dropped": { "": facts({ relations: { t: {} } }, {}) },
  "relation-kind-changed": {
    "a function is added": facts({ relations: { t: { to: "x" } } }, { relations: { t: { to: "x", from: "y" } } }),
    "a function is renamed": facts({ relations: { t: { to: "x" } } }, { relations: { t: { to: "y" } } }),
    "a function is dropped": facts({ relations: { t: { to: "x", from: "y" } } }, { relations: { t: { to: "x" } } }),
  },
  "attribute-kind-added": { "": facts({}, { attributes: { code } }) },
  "attribute-kind-dropped": { "": facts({ attributes: { code } }, {}) },
  "attribute-kind-changed": {
    title: facts({ attributes: { code } }, { attributes: { code: { ...code, title: "Number" } } }),
    "an enum is added": facts({ attributes: { code } }, exported),
    "an enum is renamed": facts(exported, { attributes: { code: { ...code, exports: { ...names, type: "D" } } } }),
    "an enum is dropped": facts(exported, { attributes: { code } }),
    type: facts({ attributes: { code } }, { attributes: { code: { ...code, type: "string" } } }),
  },
  "entry-added": { "": entries([entry("a")], [entry("a"), entry("b")]) },
  "entry-gone": { "": entries([entry("a"), entry("b")], [entry("a"), tombstone(entry("b"))]) },
  "entry-renamed": { "": entries([entry("a"), entry("b")], [entry("a"), tombstone(entry("b"), "a")]) },
  "entry-back": { "": entries([entry("a"), tombstone(entry("b"))], [entry("a"), entry("b")]) },
  "entry-dropped": { "": entries([entry("a"), tombstone(entry("b"))], [entry("a")]) },
  "deprecation-changed": { "": entries([tombstone(entry("b"), "a")], [tombstone(entry("b"), "c")]) },
  "identifier-changed": { "": fact({}, { name: "Other" }) },
  "title-changed": { "": fact({}, { title: "Other" }) },
  "evidence-changed": { "": fact({}, { evidence: { kind: "observed", text: "two integrations" } }) },
  "since-changed": { "": fact({}, { since: "2024-01-01" }) },
  "notes-changed": { "": fact({ notes: ["N"] }, { notes: ["M", "N"] }) },
  "description-added": { "": entries([entry("a", "A")], [entry("a", ["A", "B"])]) },
  "description-changed": {
    "": entries([entry("a", "It runs")], [entry("a", "It rests")]),
    cosmetic: entries([entry("a", 'It "runs"')], [entry("a", "It “runs”")]),
  },
  "description-gone": { "": entries([entry("a", ["A", "B"])], [entry("a", "A")]) },
  "heading-changed": { "": fact({}, { descriptions: [describing("A", { source: { ...source, heading: null } })] }) },
  "source-changed": {
    "": fact({}, { descriptions: [describing("A", { source: { ...source, row: "fedcba9876543210" } })] }),
  },
  "relation-added": { "": fact(related({ value: "x" }), related({ value: "x" }, { value: "y" })) },
  "relation-gone": { "": fact(related({ value: "x" }), related({ value: "x", lastSeen: null })) },
  "relation-back": { "": fact(related({ value: "x", lastSeen: null }), related({ value: "x" })) },
  "relation-dropped": { "": fact(related({ value: "x" }, { value: "y" }), related({ value: "x" })) },
  "relation-last-seen-changed": {
    "": fact(related({ value: "x", lastSeen: null }), related({ value: "x", lastSeen: "2024-01-01" })),
  },
  "attribute-added": {
    plain: fact({}, { attributes: { code: 1 } }, { attributes: { code } }),
    exported: fact({}, { attributes: { code: 1 } }, exported),
  },
  "attribute-changed": {
    plain: fact({ attributes: { code: 1 } }, { attributes: { code: 2 } }, { attributes: { code } }),
    exported: fact({ attributes: { code: 1 } }, { attributes: { code: 2 } }, exported),
  },
  "attribute-gone": {
    plain: fact({ attributes: { code: 1 } }, {}, { attributes: { code } }),
    exported: fact({ attributes: { code: 1 } }, {}, exported),
  },
};

/** The change of that kind between the two catalogs of a sample. */
export function changeOf(kind: ChangeKind, [before, after]: Pair): Change {
  const change = diff(before, after).find((one) => one.kind === kind);
  if (change === undefined) throw new Error(`The sample makes no ${kind}.`);
  return change;
}
