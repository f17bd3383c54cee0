import type { Catalog, Description, IsoDate, Page, Value, Vocabulary } from "@flow-catalog/catalog";
import type { Diagnostic, SourceDocument } from "@tools/read";
import { applyOverlays } from "./apply-overlays.ts";
import { locateColumns } from "./columns.ts";
import type { CatalogConfig } from "./config.ts";
import { digest } from "./digest.ts";
import { type DraftEntry, mergeFacts } from "./entry.ts";
import { checkExports } from "./exports.ts";
import { attributeKinds, relationKinds } from "./kinds.ts";
import type { Ledger, LedgerVocabulary } from "./ledger.ts";
import { checkLetters } from "./letters.ts";
import { checkLookups } from "./lookups.ts";
import { headersOf } from "./match.ts";
import { nameEntries } from "./names.ts";
import { nearestHeading, outline } from "./outline.ts";
import type { Overlay } from "./overlay.ts";
import { describePage } from "./page.ts";
import type { EntryPlaces, Places } from "./places.ts";
import { own, record } from "./record.ts";
import { checkRelations } from "./relations.ts";
import { bury, datesOf, entriesOf, rememberEntries } from "./remember.ts";
import { type ReadRow, type RowFact, readRow } from "./row.ts";
import { type At, report, rules } from "./rules.ts";
import { addSorted, checkSorted, checkSorting } from "./sorted.ts";
import { resolveVocabularies, type VocabularyRule } from "./vocabulary.ts";

export interface CompileInput {
  readonly config: CatalogConfig;
  /** The configuration's name in messages. */
  readonly configFile: string;
  /** Every page of the configuration, as read. */
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly ledger: Ledger;
  readonly overlays: readonly Overlay[];
}

export interface Compiled {
  readonly catalog: Catalog;
  readonly ledger: Ledger;
  readonly places: Places;
}

export interface CompileResult {
  /** Absent where any diagnostic is an error. */
  readonly compiled?: Compiled;
  readonly diagnostics: readonly Diagnostic[];
}

/** A vocabulary as read from its tables, before memory and overlays. */
interface Draft {
  readonly rule: VocabularyRule;
  readonly facts: readonly RowFact[];
  readonly entries: readonly DraftEntry[];
}

/** Makes the catalog of the pages, the configuration, the overlays and the ledger. All problems come back together. */
export function compile(input: CompileInput): CompileResult {
  const { config, documents, ledger, overlays } = input;
  const outlines = [...documents].map(([id, document]) => outline(id, document));
  const resolved = resolveVocabularies(config, outlines, (page) =>
    page === undefined ? input.configFile : (documents.get(page)?.file ?? input.configFile),
  );
  const diagnostics: Diagnostic[] = [...resolved.diagnostics];

  const typeOf = (id: string) =>
    resolved.rules.find((rule) => rule.id === id)?.config.value.type ??
    own(config.vocabularies, id)?.value.type ??
    "string";
  const drafts = resolved.rules.map((rule) => {
    const { facts, diagnostics: found } = readFacts(rule, typeOf);
    const merged = mergeFacts(facts);
    diagnostics.push(
      ...found,
      ...merged.diagnostics,
      ...checkLetters(merged.entries),
      ...checkLookups(rule, merged.entries),
    );
    return { rule, facts, entries: merged.entries };
  });
  if (!hasErrors(diagnostics)) {
    diagnostics.push(...checkRelations(new Map(drafts.map(({ rule, entries }) => [rule.id, entries])), ledger));
  }

  const pages = record<Page>();
  for (const [id, document] of documents) {
    const rows = drafts.flatMap(({ facts }) => facts.filter((fact) => fact.page === id).map((fact) => fact.hash));
    const described = describePage(id, document, own(config.pages, id), digest(rows));
    pages[id] = described.page;
    diagnostics.push(...described.diagnostics);
  }

  const names = new Map(
    drafts.map(({ rule, entries }) => {
      const known = new Map((own(ledger.vocabularies, rule.id)?.entries ?? []).map(({ value, name }) => [value, name]));
      const named = nameEntries(rule.id, entries, { known, chosen: chosenNames(rule.id, overlays) });
      diagnostics.push(...named.diagnostics);
      return [rule.id, named.names] as const;
    }),
  );
  if (hasErrors(diagnostics)) return { diagnostics };

  const remembered = remember(ledger, drafts, names, pages);
  const assembled = addSorted(assemble(remembered, drafts), config);
  const overlaid = applyOverlays(assembled, overlays);
  const origins = new Map(drafts.map(({ rule }) => [rule.id, rule.origin]));
  const originOf = (id: string): At => origins.get(id) ?? { file: input.configFile };
  const listed = Object.entries(overlaid.vocabularies).map(
    ([id, vocabulary]) => [id, vocabulary, originOf(id)] as const,
  );
  const placeOf = (id: string, value: Value): At => rowOf(drafts, id, value) ?? originOf(id);
  diagnostics.push(
    ...checkSorting(assembled, overlays),
    ...overlaid.diagnostics,
    ...checkSorted(overlaid.vocabularies, placeOf),
    ...checkExports(listed),
  );
  if (hasErrors(diagnostics)) return { diagnostics };

  const catalog: Catalog = { $schema: "./catalog.schema.json", format: 1, pages, vocabularies: overlaid.vocabularies };
  return { compiled: { catalog, ledger: remembered, places: placesOf(drafts) }, diagnostics };
}

export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({ severity }) => severity === "error");
}

function readFacts(
  rule: VocabularyRule,
  typeOf: (id: string) => "string" | "integer",
): { facts: readonly RowFact[]; diagnostics: readonly Diagnostic[] } {
  const results = rule.tables.map((placed) => {
    const at: At = { file: placed.document.file, place: placed.table.place };
    const { columns, diagnostics } = locateColumns(rule.id, rule.config, placed);
    if (columns === undefined) return { rows: [] as readonly ReadRow[], diagnostics };
    if (placed.table.rows.length === 0) {
      return {
        rows: [],
        diagnostics: [report(rules.noRows, at, `The table for ${rule.id} has no rows, expected at least one`)],
      };
    }
    return { rows: placed.table.rows.map((row) => readRow(rule.config, columns, placed, row, typeOf)), diagnostics };
  });
  return {
    facts: results.flatMap(({ rows }) => rows.flatMap((row) => row.fact ?? [])),
    diagnostics: results.flatMap(({ rows, diagnostics }) => [
      ...diagnostics,
      ...rows.flatMap((row) => row.diagnostics),
    ]),
  };
}

function chosenNames(vocabulary: string, overlays: readonly Overlay[]): ReadonlyMap<Value, string> {
  return new Map(
    overlays.flatMap((o) => (o.vocabulary === vocabulary && o.name !== undefined ? [[o.value, o.name]] : [])),
  );
}

/** The ledger after this reading: what stands on the pages, and what once did. */
function remember(
  ledger: Ledger,
  drafts: readonly Draft[],
  names: ReadonlyMap<string, ReadonlyMap<Value, string>>,
  pages: Readonly<Record<string, Page>>,
): Ledger {
  const dates = datesOf(ledger, (page): IsoDate | null => own(pages, page)?.published ?? null);
  const vocabularies = record<LedgerVocabulary>(
    Object.entries(ledger.vocabularies).map(([id, gone]) => [
      id,
      { ...gone, entries: gone.entries.map((entry) => bury(entry, dates)) },
    ]),
  );
  for (const { rule, entries } of drafts) {
    const known = own(ledger.vocabularies, rule.id);
    vocabularies[rule.id] = {
      title: rule.title,
      type: rule.config.value.type ?? "string",
      exports: rule.exports,
      ...describe(rule),
      ...relationKinds(rule.config),
      ...attributeKinds(rule),
      tables: rule.tables.map((placed) => ({ page: placed.page, headers: headersOf(placed) })),
      entries: rememberEntries(known, entries, names.get(rule.id) ?? new Map(), dates),
    };
  }
  const published = record(Object.entries(pages).map(([id, page]) => [id, { published: page.published }] as const));
  return { format: 1, pages: record([...Object.entries(ledger.pages), ...Object.entries(published)]), vocabularies };
}

function describe(rule: VocabularyRule): { readonly description?: Description } {
  if (rule.description === undefined) return {};
  const { page, prose, headings } = rule.description;
  const source = { page, heading: nearestHeading(headings), row: digest([prose.text]) };
  return { description: { text: prose.text, markdown: prose.markdown, source } };
}

/** The vocabularies of the catalog: those of the configuration in its order, then those that are gone. */
function assemble(ledger: Ledger, drafts: readonly Draft[]): Readonly<Record<string, Vocabulary>> {
  const entries = new Map(drafts.map(({ rule, entries }) => [rule.id, entries]));
  const gone = Object.keys(ledger.vocabularies).filter((id) => !entries.has(id));
  return record(
    [...entries.keys(), ...gone].map((id) => {
      const { tables: _, entries: remembered, ...rest } = ledger.vocabularies[id] as LedgerVocabulary;
      return [id, { ...rest, entries: entriesOf(remembered, entries.get(id) ?? []) }] as const;
    }),
  );
}

/** The first row of a value, or undefined for one that no page has. */
function rowOf(drafts: readonly Draft[], id: string, value: Value): At | undefined {
  const entries = drafts.find(({ rule }) => rule.id === id)?.entries;
  return entries?.find((entry) => entry.value === value)?.facts[0];
}

function placesOf(drafts: readonly Draft[]): Places {
  const vocabularies = drafts.map(({ rule, entries }): readonly [string, readonly EntryPlaces[]] => [
    rule.id,
    entries.map(({ value, facts }) => ({
      value,
      at: facts.map(({ page, place }) => `${page}:${place.line}:${place.column}`),
    })),
  ]);
  return { format: 1, vocabularies: record(vocabularies) };
}
