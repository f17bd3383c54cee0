import type { Description, Entry, Relation, Value } from "@flow-catalog/catalog";
import type { Diagnostic } from "@tools/read";
import { own, record } from "./record.ts";
import type { RowFact } from "./row.ts";
import { report, rules } from "./rules.ts";
import { readable } from "./words.ts";

/** An entry as the pages alone tell it: no identifier yet, no memory, no overlay. */
export interface DraftEntry extends Omit<Entry, "name" | "since" | "deprecated" | "notes"> {
  /** What the identifier is made from, unless the value is already known. */
  readonly nameText: string;
  readonly facts: readonly [RowFact, ...RowFact[]];
}

export interface Merged {
  readonly entries: readonly DraftEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Brings the rows of one value together: each different text once, every relation, the first row's attributes. */
export function mergeFacts(facts: readonly RowFact[]): Merged {
  const byValue = new Map<Value, [RowFact, ...RowFact[]]>();
  for (const fact of facts) {
    const known = byValue.get(fact.value);
    if (known === undefined) byValue.set(fact.value, [fact]);
    else known.push(fact);
  }
  const diagnostics: Diagnostic[] = [];
  const entries = [...byValue.values()].map((rows) => {
    if (rows.length > 1) diagnostics.push(...reportDuplicates(rows));
    return draft(rows);
  });
  return { entries, diagnostics };
}

function draft(facts: readonly [RowFact, ...RowFact[]]): DraftEntry {
  const [first] = facts;
  const attributes = record<Value>();
  for (const [id, value] of facts.flatMap((fact) => fact.attributes)) attributes[id] ??= value;
  const relations = mergeRelations(facts);
  const nameText = facts.find((fact) => fact.nameText !== undefined)?.nameText;
  return {
    value: first.value,
    title: nameText === undefined ? readable(String(first.value)) : readable(nameText),
    nameText: nameText ?? String(first.value),
    descriptions: mergeDescriptions(facts),
    ...(Object.keys(relations).length > 0 ? { relations } : {}),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
    evidence: first.evidence,
    facts,
  };
}

function mergeDescriptions(facts: readonly RowFact[]): readonly Description[] {
  const byText = new Map<string, Description>();
  for (const { description, page, heading, hash } of facts) {
    if (description === undefined || byText.has(description.text)) continue;
    byText.set(description.text, { ...description, source: { page, heading, row: hash } });
  }
  return [...byText.values()];
}

function mergeRelations(facts: readonly RowFact[]): Readonly<Record<string, readonly Relation[]>> {
  const relations = record<Relation[]>();
  for (const { vocabulary, value } of facts.flatMap((fact) => fact.relations)) {
    const list = relations[vocabulary] ?? [];
    relations[vocabulary] = list;
    if (!list.some((relation) => relation.value === value)) list.push({ value });
  }
  return relations;
}

function reportDuplicates(rows: readonly [RowFact, ...RowFact[]]): readonly Diagnostic[] {
  const [first, ...others] = rows;
  const name = JSON.stringify(first.value);
  return others.flatMap((row) => {
    const same = row.description?.text === first.description?.text;
    const where = first.file === row.file ? `line ${first.place.line}` : `line ${first.place.line} of ${first.file}`;
    const message = `The value ${name} stands here again with ${same ? "the same text as" : "another text than"} in ${where}`;
    const found = [report(rules.duplicateValue, row, message)];
    const firstAttributes = record(first.attributes);
    for (const [id, value] of row.attributes) {
      const before = own(firstAttributes, id);
      if (before === undefined || before === value) continue;
      const conflict = `The attribute ${id} of ${name} is ${JSON.stringify(value)} here and ${JSON.stringify(before)} in ${where}`;
      found.push(report(rules.attributeConflict, row, conflict));
    }
    return found;
  });
}
