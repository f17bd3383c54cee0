import type { Value } from "@flow-catalog/catalog";
import type { Diagnostic } from "@tools/read";
import type { DraftEntry } from "./entry.ts";
import { own } from "./record.ts";
import { report, rules } from "./rules.ts";
import type { VocabularyRule } from "./vocabulary.ts";

/** An attribute that is exported can be looked up, so that two values may not share it. */
export function checkLookups(rule: VocabularyRule, entries: readonly DraftEntry[]): readonly Diagnostic[] {
  const exported = Object.entries(rule.config.attributes ?? {}).filter(
    ([, attribute]) => attribute.exports !== undefined,
  );
  return exported.flatMap(([id]) => {
    const owners = new Map<Value, DraftEntry>();
    return entries.flatMap((entry) => {
      const value = own(entry.attributes, id);
      if (value === undefined) return [];
      const owner = owners.get(value);
      owners.set(value, owner ?? entry);
      if (owner === undefined) return [];
      const message = `The ${id} ${JSON.stringify(value)} belongs to ${JSON.stringify(owner.value)} already, so that ${JSON.stringify(entry.value)} cannot have it`;
      return [report(rules.attributeAmbiguous, entry.facts[0], message)];
    });
  });
}
