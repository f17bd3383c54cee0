import type { AttributeKind, Description, Entry, RelationKind, Value, Vocabulary } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import type { Placement } from "../change/order.ts";
import { pairs } from "../compare/record.ts";
import { applyToEntry } from "./entry.ts";
import { rebuild } from "./rebuild.ts";
import { byId, entryValueOf } from "./scope.ts";

/** Applies the changes that belong to one vocabulary. */
export function applyToVocabulary(changes: readonly Change[], vocabulary: Vocabulary): Vocabulary {
  const facts = { title: vocabulary.title, type: vocabulary.type, exports: vocabulary.exports };
  for (const change of changes) {
    if (change.kind === "vocabulary-title-changed") facts.title = change.to;
    else if (change.kind === "type-changed") facts.type = change.to;
    else if (change.kind === "exports-changed") facts.exports = change.to;
  }
  const description = applyToDescription(changes, vocabulary.description);
  const relations = applyToRelationKinds(changes, vocabulary.relations);
  const attributes = applyToAttributeKinds(changes, vocabulary.attributes);
  return {
    title: facts.title,
    type: facts.type,
    ...(description === undefined ? {} : { description }),
    exports: facts.exports,
    ...(relations.length === 0 ? {} : { relations: Object.fromEntries(relations) }),
    ...(attributes.length === 0 ? {} : { attributes: Object.fromEntries(attributes) }),
    entries: applyToEntries(changes, vocabulary.entries, {
      relations: relations.map(([id]) => id),
      attributes: attributes.map(([id]) => id),
    }),
  };
}

function applyToDescription(changes: readonly Change[], description?: Description): Description | undefined {
  let result = description;
  for (const change of changes) {
    if (change.kind === "vocabulary-description-added") result = change.to;
    else if (change.kind === "vocabulary-description-changed") result = change.to;
    else if (change.kind === "vocabulary-description-gone") result = undefined;
    else if (change.kind === "vocabulary-source-changed" && result !== undefined) {
      result = { ...result, source: change.to };
    }
  }
  return result;
}

function applyToRelationKinds(changes: readonly Change[], kinds: Vocabulary["relations"]) {
  const added = new Map<string, RelationKind>();
  const updated = new Map<string, RelationKind>();
  const dropped = new Set<string>();
  const placements: Placement<string>[] = [];
  for (const change of changes) {
    if (change.kind === "relation-kind-added") {
      added.set(change.relation, change.to);
      placements.push({ key: change.relation, after: change.after });
    } else if (change.kind === "relation-kind-changed") updated.set(change.relation, change.to);
    else if (change.kind === "relation-kind-dropped") dropped.add(change.relation);
    else if (change.kind === "order-changed" && change.list.of === "relation-kinds") {
      placements.push(...byId(change.moved));
    }
  }
  return rebuild(pairs(kinds), { added, dropped, placements, update: (id, kind) => updated.get(id) ?? kind });
}

function applyToAttributeKinds(changes: readonly Change[], kinds: Vocabulary["attributes"]) {
  const added = new Map<string, AttributeKind>();
  const updated = new Map<string, AttributeKind>();
  const dropped = new Set<string>();
  const placements: Placement<string>[] = [];
  for (const change of changes) {
    if (change.kind === "attribute-kind-added") {
      added.set(change.attribute, change.to);
      placements.push({ key: change.attribute, after: change.after });
    } else if (change.kind === "attribute-kind-changed") updated.set(change.attribute, change.to);
    else if (change.kind === "attribute-kind-dropped") dropped.add(change.attribute);
    else if (change.kind === "order-changed" && change.list.of === "attribute-kinds") {
      placements.push(...byId(change.moved));
    }
  }
  return rebuild(pairs(kinds), { added, dropped, placements, update: (id, kind) => updated.get(id) ?? kind });
}

function applyToEntries(
  changes: readonly Change[],
  entries: readonly Entry[],
  columns: { readonly relations: readonly string[]; readonly attributes: readonly string[] },
): readonly Entry[] {
  const added = new Map<Value, Entry>();
  const dropped = new Set<Value>();
  const placements: Placement[] = [];
  for (const change of changes) {
    if (change.kind === "entry-added") {
      added.set(change.value, change.to);
      placements.push({ key: change.value, after: change.after });
    } else if (change.kind === "entry-dropped") dropped.add(change.value);
    else if (change.kind === "entry-gone" || change.kind === "entry-back" || change.kind === "entry-renamed") {
      // A tombstone that is given a successor stays where it is among the tombstones.
      if (change.kind === "entry-renamed" && change.from !== null) continue;
      placements.push({ key: change.value, after: change.after });
    } else if (change.kind === "order-changed" && change.list.of === "entries") placements.push(...change.moved);
  }
  const within = Map.groupBy(changes, entryValueOf);
  const update = (value: Value, entry: Entry): Entry => {
    const own = within.get(value);
    return own === undefined ? entry : applyToEntry(own, entry, columns);
  };
  const list = entries.map((entry) => [entry.value, entry] as const);
  return rebuild(list, { added, dropped, placements, update }).map(([, entry]) => entry);
}
