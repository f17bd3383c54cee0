import type { Value } from "@flow-catalog/catalog";
import type { BreakerLimits } from "./limits.ts";
import type { EntryMemory, VocabularyMemory } from "./memory.ts";
import type { Trip } from "./trip.ts";
import { documentedIn, survivors, type VocabularyStep } from "./values.ts";

/** Pages that have fewer tables of the vocabulary than they had. */
export function tablesGone({ vocabulary, before, after }: VocabularyStep): readonly Trip[] {
  if (before.tables === undefined || after.tables === undefined) return [];
  const now = headersByPage(after.tables);
  return [...headersByPage(before.tables)].flatMap(([page, tables]): readonly Trip[] => {
    const was = tables.length;
    const is = now.get(page)?.length ?? 0;
    return is < was ? [{ kind: "table-gone", vocabulary, page, was, is }] : [];
  });
}

/**
 * Columns that are gone: a table that has fewer columns lacks some of its headers, or no value that is still documented
 * carries what a column said. A header that was only renamed leaves the number of columns as it was.
 */
export function columnsGone(step: VocabularyStep, limits: BreakerLimits): readonly Trip[] {
  const emptied = columnsEmptied(step, limits);
  const missing = headersGone(step).filter((header) => !emptied.some(({ column }) => column === header));
  return [
    ...emptied.map(
      ({ column, values }): Trip => ({ kind: "column-gone", vocabulary: step.vocabulary, column, values }),
    ),
    ...missing.map((column): Trip => ({ kind: "column-gone", vocabulary: step.vocabulary, column, values: [] })),
  ];
}

interface EmptiedColumn {
  readonly column: string;
  readonly values: readonly Value[];
}

function columnsEmptied(step: VocabularyStep, limits: BreakerLimits): readonly EmptiedColumn[] {
  const staying = survivors(step);
  const find = (column: string, carries: (entry: EntryMemory) => boolean): readonly EmptiedColumn[] => {
    const values = staying.filter(([, was]) => carries(was)).map(([value]) => value);
    const kept = documentedIn(step.after).some(([, entry]) => carries(entry));
    return values.length >= limits.columnCellsCount && !kept ? [{ column, values }] : [];
  };
  const attributes = [...new Set(staying.flatMap(([, was]) => Object.keys(was.attributes)))];
  const relations = [...new Set(staying.flatMap(([, was]) => [...was.relations.keys()]))];
  return [
    ...attributes.flatMap((id) =>
      find(step.before.attributes.get(id) ?? id, ({ attributes: carried }) => Object.hasOwn(carried, id)),
    ),
    ...relations.flatMap((id) => find(id, ({ relations: carried }) => carried.has(id))),
  ];
}

function headersGone({ before, after }: VocabularyStep): readonly string[] {
  if (before.tables === undefined || after.tables === undefined) return [];
  const now = headersByPage(after.tables);
  const gone = [...headersByPage(before.tables)].flatMap(([page, tables]) =>
    tables.flatMap((headers, index) => {
      const left = now.get(page)?.[index];
      return left === undefined || left.length >= headers.length ? [] : headers.filter((one) => !left.includes(one));
    }),
  );
  return [...new Set(gone)];
}

function headersByPage(
  tables: NonNullable<VocabularyMemory["tables"]>,
): ReadonlyMap<string, readonly (readonly string[])[]> {
  const byPage = Map.groupBy(tables, ({ page }) => page);
  return new Map([...byPage].map(([page, list]) => [page, list.map(({ headers }) => headers)]));
}
