import type { AttributeKind, Entry, Relation, RelationKind, Value, Vocabulary } from "@flow-catalog/catalog";
import type { Diagnostic } from "@tools/read";
import type { Overlay } from "./overlay.ts";
import { own, record } from "./record.ts";
import { report, rules } from "./rules.ts";

type Vocabularies = Readonly<Record<string, Vocabulary>>;

export interface Overlaid {
  readonly vocabularies: Vocabularies;
  readonly diagnostics: readonly Diagnostic[];
}

/** Adds the facts given by hand. One that no longer applies, or says what the pages say already, is an error. */
export function applyOverlays(vocabularies: Vocabularies, overlays: readonly Overlay[]): Overlaid {
  const diagnostics: Diagnostic[] = [];
  let result = vocabularies;
  for (const overlay of overlays) {
    const vocabulary = own(result, overlay.vocabulary);
    const entry = vocabulary?.entries.find(({ value }) => value === overlay.value);
    const problems =
      vocabulary === undefined || entry === undefined
        ? [`There is no value ${JSON.stringify(overlay.value)} in a vocabulary ${overlay.vocabulary}`]
        : staleParts(overlay, entry, vocabulary, result);
    diagnostics.push(...problems.map((problem) => report(rules.overlayStale, overlay, problem)));
    if (vocabulary === undefined || entry === undefined || problems.length > 0) continue;
    result = replace(result, overlay.vocabulary, withOverlay(vocabulary, entry, overlay));
  }
  return { vocabularies: result, diagnostics };
}

function staleParts(overlay: Overlay, entry: Entry, vocabulary: Vocabulary, all: Vocabularies): readonly string[] {
  const name = `${overlay.vocabulary} ${JSON.stringify(overlay.value)}`;
  const problems: string[] = [];
  if (overlay.row !== undefined && !entry.descriptions.some(({ source }) => source.row === overlay.row)) {
    const rows = entry.descriptions.map(({ source }) => source.row).join(", ");
    problems.push(
      `The row that this overlay corrects has changed: ${name} now has the hash ${rows}, expected ${overlay.row}`,
    );
  }
  if (overlay.name !== undefined && overlay.name !== entry.name) {
    problems.push(`The identifier of ${name} is ${entry.name} and does not move`);
  }
  if (overlay.title !== undefined && overlay.title === entry.title)
    problems.push(`The title of ${name} is ${JSON.stringify(entry.title)} already`);
  if (overlay.evidence !== undefined && overlay.evidence === entry.evidence.kind) {
    problems.push(`The page says ${overlay.evidence} of ${name} already`);
  }
  for (const [id, value] of Object.entries(overlay.attributes ?? {})) {
    const known = own(entry.attributes, id);
    // What entries are sorted by is on no page: a value that is there comes from another overlay.
    const twice = known !== undefined && own(vocabulary.attributes, id)?.values !== undefined;
    if (known === value || twice) problems.push(`The attribute ${id} of ${name} is ${JSON.stringify(known)} already`);
  }
  for (const [target, values] of Object.entries(overlay.relations ?? {})) {
    for (const value of values) {
      if (!own(all, target)?.entries.some((other) => other.value === value))
        problems.push(`There is no value ${JSON.stringify(value)} in a vocabulary ${target}`);
      const documented = own(entry.relations, target)?.some(
        (relation) => relation.value === value && relation.lastSeen === undefined,
      );
      if (documented) problems.push(`The page relates ${name} to ${target} ${JSON.stringify(value)} already`);
    }
  }
  if (overlay.successor !== undefined) problems.push(...checkSuccessor(overlay.successor, name, entry, vocabulary));
  return problems;
}

function checkSuccessor(successor: Value, name: string, entry: Entry, vocabulary: Vocabulary): readonly string[] {
  if (entry.deprecated === undefined) return [`The page still documents ${name}, so that it has no successor`];
  const other = vocabulary.entries.find(({ value }) => value === successor);
  return other === undefined || other.deprecated !== undefined
    ? [`The successor ${JSON.stringify(successor)} of ${name} is no documented value`]
    : [];
}

function withOverlay(vocabulary: Vocabulary, entry: Entry, overlay: Overlay): Vocabulary {
  const changed = overlayEntry(entry, overlay);
  const entries = vocabulary.entries.map((other) => (other === entry ? changed : other));
  const attributes = addKinds<AttributeKind, Value>(vocabulary.attributes, overlay.attributes, (id, value) => ({
    title: id,
    type: typeof value === "number" ? "integer" : "string",
  }));
  const relations = addKinds<RelationKind, readonly Value[]>(vocabulary.relations, overlay.relations, () => ({}));
  return {
    ...vocabulary,
    ...(relations === undefined ? {} : { relations }),
    ...(attributes === undefined ? {} : { attributes }),
    entries,
  };
}

/** What an overlay brings that no column brings needs a kind of its own. */
function addKinds<Kind, Fact>(
  kinds: Readonly<Record<string, Kind>> | undefined,
  facts: Readonly<Record<string, Fact>> | undefined,
  make: (id: string, fact: Fact) => Kind,
): Readonly<Record<string, Kind>> | undefined {
  const added = Object.entries(facts ?? {}).filter(([id]) => own(kinds, id) === undefined);
  if (added.length === 0) return kinds;
  return record([...Object.entries(kinds ?? {}), ...added.map(([id, fact]) => [id, make(id, fact)] as const)]);
}

function overlayEntry(entry: Entry, overlay: Overlay): Entry {
  const { value, name, title, descriptions, relations, attributes, evidence, since, deprecated, notes } = entry;
  const allRelations = overlay.relations === undefined ? relations : addRelations(relations, overlay.relations);
  const allAttributes =
    overlay.attributes === undefined ? attributes : record(Object.entries({ ...attributes, ...overlay.attributes }));
  const allNotes = overlay.note === undefined ? notes : [...(notes ?? []), overlay.note];
  const buried =
    deprecated !== undefined && overlay.successor !== undefined
      ? { ...deprecated, successor: overlay.successor }
      : deprecated;
  return {
    value,
    name,
    title: overlay.title ?? title,
    descriptions,
    ...(allRelations === undefined ? {} : { relations: allRelations }),
    ...(allAttributes === undefined ? {} : { attributes: allAttributes }),
    evidence: overlay.evidence === undefined ? evidence : { ...evidence, kind: overlay.evidence },
    since,
    ...(buried === undefined ? {} : { deprecated: buried }),
    ...(allNotes === undefined ? {} : { notes: allNotes }),
  };
}

function addRelations(
  relations: Entry["relations"],
  added: NonNullable<Overlay["relations"]>,
): NonNullable<Entry["relations"]> {
  const all = record<readonly Relation[]>(Object.entries(relations ?? {}));
  for (const [vocabulary, values] of Object.entries(added)) {
    const others = (own(all, vocabulary) ?? []).filter(({ value }) => !values.includes(value));
    all[vocabulary] = [...others, ...values.map((value) => ({ value }))];
  }
  return all;
}

function replace(vocabularies: Vocabularies, id: string, vocabulary: Vocabulary): Vocabularies {
  return record(Object.entries(vocabularies).map(([key, value]) => [key, key === id ? vocabulary : value] as const));
}
