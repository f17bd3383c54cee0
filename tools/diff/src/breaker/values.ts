import type { Value } from "@flow-catalog/catalog";
import { fold } from "../compare/cosmetic.ts";
import type { BreakerLimits } from "./limits.ts";
import type { EntryMemory, VocabularyMemory } from "./memory.ts";
import type { Trip } from "./trip.ts";

/** A vocabulary before and after. */
export interface VocabularyStep {
  readonly vocabulary: string;
  readonly before: VocabularyMemory;
  readonly after: VocabularyMemory;
}

export function documentedIn({ entries }: VocabularyMemory): readonly (readonly [Value, EntryMemory])[] {
  return [...entries].filter(([, { documented }]) => documented);
}

/** Values that are documented before and after, as they were and as they are. */
export function survivors({ before, after }: VocabularyStep): readonly (readonly [Value, EntryMemory, EntryMemory])[] {
  return documentedIn(before).flatMap(([value, was]) => {
    const is = after.entries.get(value);
    return is?.documented === true ? [[value, was, is] as const] : [];
  });
}

/** Too many values gone at once. A rename that a person confirmed does not count. */
export function valuesGone({ vocabulary, before, after }: VocabularyStep, limits: BreakerLimits): readonly Trip[] {
  const documented = documentedIn(before);
  const values = documented
    .filter(([value]) => {
      const is = after.entries.get(value);
      return is === undefined || (!is.documented && is.successor === undefined);
    })
    .map(([value]) => value);
  const many = values.length >= limits.valuesGoneCount && values.length / documented.length >= limits.valuesGoneShare;
  return many ? [{ kind: "values-gone", vocabulary, values, of: documented.length }] : [];
}

/** Too many descriptions that say something else. How a text is written does not count. */
export function descriptionsChanged(step: VocabularyStep, limits: BreakerLimits): readonly Trip[] {
  const { vocabulary } = step;
  const compared = survivors(step).map(([value, was, is]) => {
    const now = new Set(is.texts.map(fold));
    return { value, of: was.texts.length, changed: was.texts.filter((text) => !now.has(fold(text))).length };
  });
  const of = compared.reduce((sum, one) => sum + one.of, 0);
  const changed = compared.reduce((sum, one) => sum + one.changed, 0);
  if (changed < limits.descriptionsChangedCount || changed / of <= limits.descriptionsChangedShare) return [];
  const values = compared.filter((one) => one.changed > 0).map(({ value }) => value);
  return [{ kind: "descriptions-changed", vocabulary, values, changed, of }];
}

/** An identifier that was given once never moves, be the value documented or not. There is no limit to this. */
export function identifiersMoved({ vocabulary, before, after }: VocabularyStep): readonly Trip[] {
  const moved = [...before.entries].flatMap(([value, { name: from }]) => {
    const to = after.entries.get(value)?.name ?? from;
    return to === from ? [] : [{ value, from, to }];
  });
  return moved.length === 0 ? [] : [{ kind: "identifiers-moved", vocabulary, moved }];
}
