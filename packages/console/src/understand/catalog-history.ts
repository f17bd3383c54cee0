import type { Catalog, Entry } from "@flow-catalog/catalog";
import type { CatalogStep } from "../api/types/index.ts";
import type { RememberedCatalog } from "../store/event-store.ts";
import { iso } from "./view.ts";

/** What changed from each remembered catalog to the next, newest first. */
export function catalogHistory(remembered: readonly RememberedCatalog[]): readonly CatalogStep[] {
  return remembered
    .slice(1)
    .map((to, index) => stepBetween(remembered[index] as RememberedCatalog, to))
    .reverse();
}

function stepBetween(from: RememberedCatalog, to: RememberedCatalog): CatalogStep {
  const old = entriesOf(from);
  const young = entriesOf(to);
  const added = [...young].filter(([key, { entry }]) => isLive(entry) && !isLive(old.get(key)?.entry));
  const gone = [...old].filter(([key, { entry }]) => isLive(entry) && !isLive(young.get(key)?.entry));
  const reworded = [...young].flatMap(([key, { vocabulary, entry }]) => {
    const before = old.get(key);
    if (before === undefined || textOf(before.entry) === textOf(entry)) return [];
    return [{ vocabulary, value: String(entry.value), from: textOf(before.entry), to: textOf(entry) }];
  });
  return {
    from: from.version,
    to: to.version,
    at: iso(to.firstRunAt),
    added: added.map(([, one]) => named(one)),
    gone: gone.map(([, one]) => named(one)),
    reworded,
  };
}

interface Found {
  readonly vocabulary: string;
  readonly entry: Entry;
}

function entriesOf({ json }: RememberedCatalog): ReadonlyMap<string, Found> {
  const { vocabularies } = JSON.parse(json) as Catalog;
  const found = Object.entries(vocabularies).flatMap(([vocabulary, { entries }]) =>
    entries.map((entry) => ({ vocabulary, entry })),
  );
  return new Map(found.map((one) => [JSON.stringify([one.vocabulary, one.entry.value]), one]));
}

/** Whether the pages document it: a tombstone is as good as gone. */
function isLive(entry: Entry | undefined): boolean {
  return entry !== undefined && entry.deprecated === undefined;
}

function textOf({ descriptions }: Entry): string {
  return descriptions.map(({ text }) => text).join("\n\n");
}

function named({ vocabulary, entry }: Found): CatalogStep["added"][number] {
  return { vocabulary, value: String(entry.value), title: entry.title };
}
