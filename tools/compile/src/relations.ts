import type { Value } from "@flow-catalog/catalog";
import type { Diagnostic } from "@tools/read";
import type { DraftEntry } from "./entry.ts";
import type { Ledger } from "./ledger.ts";
import { own } from "./record.ts";
import { report, rules } from "./rules.ts";

/** Reports relations to values that no page documents and none ever did. */
export function checkRelations(
  drafts: ReadonlyMap<string, readonly DraftEntry[]>,
  ledger: Ledger,
): readonly Diagnostic[] {
  const known = new Map<string, Set<Value>>();
  const valuesOf = (vocabulary: string): Set<Value> => {
    const cached = known.get(vocabulary);
    if (cached !== undefined) return cached;
    const documented = (drafts.get(vocabulary) ?? []).map((draft) => draft.value);
    const remembered = (own(ledger.vocabularies, vocabulary)?.entries ?? []).map((entry) => entry.value);
    const values = new Set([...documented, ...remembered]);
    known.set(vocabulary, values);
    return values;
  };
  const facts = [...drafts.values()].flatMap((entries) => entries.flatMap((entry) => entry.facts));
  return facts.flatMap((fact) =>
    fact.relations
      .filter(({ vocabulary, value }) => !valuesOf(vocabulary).has(value))
      .map(({ vocabulary, value, place }) => {
        const message = `The value ${JSON.stringify(fact.value)} belongs to ${vocabulary} ${JSON.stringify(value)}, which is no known value of ${vocabulary}`;
        return report(rules.relationUnknown, { file: fact.file, place }, message);
      }),
  );
}
