import type { Catalog, Page, Vocabulary } from "@flow-catalog/catalog";
import type { Change } from "../change/change.ts";
import type { Placement } from "../change/order.ts";
import { rebuild } from "./rebuild.ts";
import { byId, vocabularyOf } from "./scope.ts";
import { applyToVocabulary } from "./vocabulary.ts";

/**
 * Makes the new catalog of the old one: `apply(diff(a, b), a)` equals `b`.
 *
 * @throws Error where the changes were not made from this catalog
 */
export function apply(changes: readonly Change[], catalog: Catalog): Catalog {
  const schema = changes.find((change) => change.kind === "schema-changed");
  return {
    $schema: schema?.to ?? catalog.$schema,
    format: catalog.format,
    pages: applyToPages(changes, catalog.pages),
    vocabularies: applyToVocabularies(changes, catalog.vocabularies),
  };
}

function applyToPages(changes: readonly Change[], pages: Catalog["pages"]): Catalog["pages"] {
  const added = new Map<string, Page>();
  const dropped = new Set<string>();
  const placements: Placement<string>[] = [];
  const fields = new Map<string, Partial<Page>>();
  for (const change of changes) {
    if (change.kind === "page-added") {
      added.set(change.page, change.to);
      placements.push({ key: change.page, after: change.after });
    } else if (change.kind === "page-gone") dropped.add(change.page);
    else if (change.kind === "page-changed") {
      fields.set(change.page, { ...fields.get(change.page), [change.field]: change.to });
    } else if (change.kind === "order-changed" && change.list.of === "pages") placements.push(...byId(change.moved));
  }
  const update = (id: string, page: Page): Page => ({ ...page, ...fields.get(id) });
  return Object.fromEntries(rebuild(Object.entries(pages), { added, dropped, placements, update }));
}

function applyToVocabularies(
  changes: readonly Change[],
  vocabularies: Catalog["vocabularies"],
): Catalog["vocabularies"] {
  const added = new Map<string, Vocabulary>();
  const dropped = new Set<string>();
  const placements: Placement<string>[] = [];
  for (const change of changes) {
    if (change.kind === "vocabulary-added") {
      added.set(change.vocabulary, change.to);
      placements.push({ key: change.vocabulary, after: change.after });
    } else if (change.kind === "vocabulary-dropped") dropped.add(change.vocabulary);
    else if (change.kind === "vocabulary-gone" || change.kind === "vocabulary-back") {
      placements.push({ key: change.vocabulary, after: change.after });
    } else if (change.kind === "order-changed" && change.list.of === "vocabularies") {
      placements.push(...byId(change.moved));
    }
  }
  const within = Map.groupBy(changes, vocabularyOf);
  const update = (id: string, vocabulary: Vocabulary): Vocabulary => {
    const own = within.get(id);
    return own === undefined ? vocabulary : applyToVocabulary(own, vocabulary);
  };
  return Object.fromEntries(rebuild(Object.entries(vocabularies), { added, dropped, placements, update }));
}
