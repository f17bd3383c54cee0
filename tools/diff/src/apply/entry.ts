import type { Entry, Value } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import { applyToDescriptions } from "./descriptions.ts";
import { applyToRelations } from "./relations.ts";

/** The columns of a vocabulary, in order: an entry lists what it carries in the same order. */
export interface Columns {
  readonly relations: readonly string[];
  readonly attributes: readonly string[];
}

/** Applies the changes that belong to one value. The result has its keys in the order of the catalog's types. */
export function applyToEntry(changes: readonly Change[], entry: Entry, columns: Columns): Entry {
  const facts = {
    name: entry.name,
    title: entry.title,
    evidence: entry.evidence,
    since: entry.since,
    deprecated: entry.deprecated,
    notes: entry.notes ?? [],
  };
  const attributes = new Map<string, Value>(Object.entries(entry.attributes ?? {}));
  for (const change of changes) {
    if (change.kind === "identifier-changed") facts.name = change.to;
    else if (change.kind === "title-changed") facts.title = change.to;
    else if (change.kind === "evidence-changed") facts.evidence = change.to;
    else if (change.kind === "since-changed") facts.since = change.to;
    else if (change.kind === "notes-changed") facts.notes = change.to;
    else if (change.kind === "entry-gone" || change.kind === "entry-renamed") facts.deprecated = change.deprecated;
    else if (change.kind === "entry-back") facts.deprecated = undefined;
    else if (change.kind === "deprecation-changed") facts.deprecated = change.to;
    else if (change.kind === "attribute-added" || change.kind === "attribute-changed") {
      attributes.set(change.attribute, change.to);
    } else if (change.kind === "attribute-gone") attributes.delete(change.attribute);
  }
  const relations = applyToRelations(changes, entry.relations);
  return {
    value: entry.value,
    name: facts.name,
    title: facts.title,
    descriptions: applyToDescriptions(changes, entry.descriptions),
    ...(relations.size === 0 ? {} : { relations: inOrder(relations, columns.relations) }),
    ...(attributes.size === 0 ? {} : { attributes: inOrder(attributes, columns.attributes) }),
    evidence: facts.evidence,
    since: facts.since,
    ...(facts.deprecated === undefined ? {} : { deprecated: facts.deprecated }),
    ...(facts.notes.length === 0 ? {} : { notes: facts.notes }),
  };
}

/** A record with the keys of the vocabulary's columns first, in their order. */
function inOrder<T>(of: ReadonlyMap<string, T>, columns: readonly string[]): Readonly<Record<string, T>> {
  const known = columns.filter((id) => of.has(id));
  const others = [...of.keys()].filter((id) => !columns.includes(id)).toSorted();
  return Object.fromEntries([...known, ...others].map((id) => [id, of.get(id) as T]));
}
