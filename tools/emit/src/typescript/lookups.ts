import type { Catalog, Relation, Value } from "@flow-catalog/catalog";
import { attributeOf, type Enumeration, relationsOf } from "../enumerations.ts";

/** A function from a value of one enumeration to what the documentation connects it with. */
export interface Lookup {
  readonly name: string;
  readonly from: Enumeration;
  readonly to: Enumeration;
  /** `many`: an array, perhaps empty. `one`: a value or undefined. */
  readonly gives: "one" | "many";
  /** Related values by value, in the order of `from`. */
  readonly pairs: ReadonlyMap<Value, readonly Relation[]>;
}

/** Every lookup that the catalog names: relations in both directions, then enumerated attributes in both directions. */
export function lookups(catalog: Catalog, all: readonly Enumeration[]): Lookup[] {
  return all.flatMap((enumeration) =>
    enumeration.attribute === undefined
      ? relationLookups(catalog, all, enumeration)
      : attributeLookups(catalog, all, enumeration),
  );
}

function relationLookups(catalog: Catalog, all: readonly Enumeration[], from: Enumeration): Lookup[] {
  return Object.entries(catalog.vocabularies[from.vocabulary]?.relations ?? {}).flatMap(([id, kind]) => {
    const to = vocabulary(all, id);
    const pairs = collect(from.members.map(({ entry }) => [entry.value, documentedFirst(relationsOf(entry, id))]));
    return [
      ...(kind.to === undefined ? [] : [{ name: kind.to, from, to, gives: "many" as const, pairs }]),
      ...(kind.from === undefined
        ? []
        : [{ name: kind.from, from: to, to: from, gives: "many" as const, pairs: reverse(pairs, to) }]),
    ];
  });
}

function attributeLookups(catalog: Catalog, all: readonly Enumeration[], to: Enumeration): Lookup[] {
  const id = to.attribute as string;
  const kind = catalog.vocabularies[to.vocabulary]?.attributes?.[id]?.exports;
  if (kind === undefined) return [];
  const from = vocabulary(all, to.vocabulary);
  const pairs = collect(
    from.members.map(({ entry }) => {
      const value = attributeOf(entry, id);
      return [entry.value, value === undefined ? [] : [{ value }]];
    }),
  );
  return [
    { name: kind.to, from, to, gives: "one", pairs },
    { name: kind.from, from: to, to: from, gives: "one", pairs: reverse(pairs, to) },
  ];
}

function vocabulary(all: readonly Enumeration[], id: string): Enumeration {
  const found = all.find((enumeration) => enumeration.vocabulary === id && enumeration.attribute === undefined);
  if (found === undefined)
    throw new Error(`A relation to a vocabulary that the catalog does not have: ${JSON.stringify(id)}`);
  return found;
}

/** Documented relations first, then those that the documentation no longer has. */
function documentedFirst(relations: readonly Relation[]): Relation[] {
  return [
    ...relations.filter((each) => each.lastSeen === undefined),
    ...relations.filter((each) => each.lastSeen !== undefined),
  ];
}

function collect(pairs: readonly (readonly [Value, readonly Relation[]])[]): Map<Value, readonly Relation[]> {
  return new Map(pairs.filter(([, relations]) => relations.length > 0));
}

/** The same pairs the other way round, in the order of the enumeration they now start from. */
function reverse(pairs: ReadonlyMap<Value, readonly Relation[]>, from: Enumeration): Map<Value, readonly Relation[]> {
  const back = new Map<Value, Relation[]>();
  for (const [value, relations] of pairs) {
    for (const relation of relations) {
      const found = back.get(relation.value) ?? [];
      found.push(relation.lastSeen === undefined ? { value } : { value, lastSeen: relation.lastSeen });
      back.set(relation.value, found);
    }
  }
  return new Map(
    from.members
      .map(({ value }) => value)
      .filter((value) => back.has(value))
      .map((value) => [value, documentedFirst(back.get(value) ?? [])]),
  );
}
