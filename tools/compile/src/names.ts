import type { Value } from "@flow-catalog/catalog";
import type { Diagnostic } from "@tools/read";
import type { DraftEntry } from "./entry.ts";
import { identifierOf } from "./identifier.ts";
import { report, rules } from "./rules.ts";

export interface Naming {
  /** Identifiers that the ledger has given, tombstones included. They never move. */
  readonly known: ReadonlyMap<Value, string>;
  /** Identifiers chosen by hand for values that the ledger does not know. */
  readonly chosen: ReadonlyMap<Value, string>;
}

export interface Named {
  readonly names: ReadonlyMap<Value, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Gives each value its identifier: the ledger's, else the one chosen by hand, else one made from its name. A newcomer
 * whose identifier is taken by a known value gets a distinct one; two newcomers that want the same must be told apart
 * by a person, because the order of a table must not decide.
 */
export function nameEntries(vocabulary: string, entries: readonly DraftEntry[], { known, chosen }: Naming): Named {
  const names = new Map<Value, string>(known);
  const taken = new Map<string, Value>([...known].map(([value, name]) => [name, value]));
  const diagnostics: Diagnostic[] = [];
  const newcomers = entries.filter((entry) => !known.has(entry.value));
  const wanted = Map.groupBy(newcomers, (entry) => chosen.get(entry.value) ?? identifierOf(entry.nameText));

  for (const [name, rivals] of wanted) {
    const [entry, ...others] = rivals as [DraftEntry, ...DraftEntry[]];
    for (const other of others) {
      const message = `The values ${quote(entry.value)} (line ${entry.facts[0].place.line}) and ${quote(other.value)} both make the identifier ${name}`;
      diagnostics.push(
        report(rules.identifierCollision, other.facts[0], message, overlayHint(vocabulary, other.value, `${name}_2`)),
      );
    }
    if (others.length > 0) continue;
    const owner = taken.get(name);
    const free =
      owner === undefined ? name : firstFree(name, (candidate) => taken.has(candidate) || wanted.has(candidate));
    if (owner !== undefined) {
      const message = `The value ${quote(entry.value)} makes the identifier ${name}, which belongs to ${quote(owner)}; it is named ${free}`;
      diagnostics.push(report(rules.identifierTaken, entry.facts[0], message));
    }
    names.set(entry.value, free);
    taken.set(free, entry.value);
  }
  return { names, diagnostics };
}

function firstFree(name: string, isTaken: (candidate: string) => boolean): string {
  for (let n = 2; ; n++) {
    const candidate = `${name}_${n}`;
    if (!isTaken(candidate)) return candidate;
  }
}

const quote = (value: Value): string => JSON.stringify(value);

function overlayHint(vocabulary: string, value: Value, name: string): string {
  return `Name one by hand in an overlay: { vocabulary: ${vocabulary}, value: ${quote(value)}, name: ${name}, reason: ... }.`;
}
