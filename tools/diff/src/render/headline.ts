import type { Page } from "@flow-catalog/catalog";
import type { Change, ChangeKind } from "../change/change.ts";
import type { OrderedList } from "../change/order.ts";
import { isCosmetic } from "../version/extent.ts";
import { count } from "./piece.ts";

/** What happened to some things, with the words for one and for many of them. */
type Headline = readonly [one: string, many: string, what: string];

const headlines: { readonly [Kind in Exclude<ChangeKind, "order-changed" | "page-changed">]: Headline } = {
  "schema-changed": ["schema address", "schema addresses", "changed"],
  "page-added": ["page", "pages", "added"],
  "page-gone": ["page", "pages", "gone"],
  "vocabulary-added": ["vocabulary", "vocabularies", "added"],
  "vocabulary-gone": ["vocabulary", "vocabularies", "gone"],
  "vocabulary-back": ["vocabulary", "vocabularies", "back"],
  "vocabulary-dropped": ["vocabulary", "vocabularies", "dropped"],
  "vocabulary-title-changed": ["title of a vocabulary", "titles of vocabularies", "changed"],
  "vocabulary-description-added": ["description of a vocabulary", "descriptions of vocabularies", "added"],
  "vocabulary-description-changed": ["description of a vocabulary", "descriptions of vocabularies", "changed"],
  "vocabulary-description-gone": ["description of a vocabulary", "descriptions of vocabularies", "gone"],
  "vocabulary-source-changed": ["description of a vocabulary", "descriptions of vocabularies", "found elsewhere"],
  "exports-changed": ["exported name", "exported names", "changed"],
  "type-changed": ["type of values", "types of values", "changed"],
  "relation-kind-added": ["kind of relation", "kinds of relations", "added"],
  "relation-kind-changed": ["kind of relation", "kinds of relations", "changed"],
  "relation-kind-dropped": ["kind of relation", "kinds of relations", "dropped"],
  "attribute-kind-added": ["column", "columns", "added"],
  "attribute-kind-changed": ["column", "columns", "changed"],
  "attribute-kind-dropped": ["column", "columns", "dropped"],
  "entry-added": ["value", "values", "added"],
  "entry-gone": ["value", "values", "gone"],
  "entry-renamed": ["value", "values", "renamed"],
  "entry-back": ["value", "values", "back"],
  "entry-dropped": ["value", "values", "dropped"],
  "deprecation-changed": ["deprecation", "deprecations", "changed"],
  "identifier-changed": ["identifier", "identifiers", "changed"],
  "title-changed": ["title", "titles", "changed"],
  "evidence-changed": ["evidence", "evidences", "changed"],
  "since-changed": ["first date", "first dates", "changed"],
  "notes-changed": ["list of notes", "lists of notes", "changed"],
  "description-added": ["description", "descriptions", "added"],
  "description-changed": ["description", "descriptions", "changed"],
  "description-gone": ["description", "descriptions", "gone"],
  "heading-changed": ["heading", "headings", "changed"],
  "source-changed": ["source", "sources", "changed"],
  "relation-added": ["relation", "relations", "added"],
  "relation-gone": ["relation", "relations", "gone"],
  "relation-back": ["relation", "relations", "back"],
  "relation-dropped": ["relation", "relations", "dropped"],
  "relation-last-seen-changed": ["last date of a relation", "last dates of relations", "changed"],
  "attribute-added": ["attribute", "attributes", "added"],
  "attribute-changed": ["attribute", "attributes", "changed"],
  "attribute-gone": ["attribute", "attributes", "gone"],
};

const pageFacts: { readonly [Field in keyof Page]: Headline } = {
  title: ["page title", "page titles", "changed"],
  url: ["page address", "page addresses", "changed"],
  published: ["page date", "page dates", "changed"],
  hash: ["digest of a page", "digests of pages", "changed"],
};

const moved: { readonly [Of in OrderedList["of"]]: Headline } = {
  pages: ["page", "pages", "moved"],
  vocabularies: ["vocabulary", "vocabularies", "moved"],
  "attribute-kinds": ["column", "columns", "moved"],
  "relation-kinds": ["kind of relation", "kinds of relations", "moved"],
  entries: ["value", "values", "moved"],
  descriptions: ["description", "descriptions", "moved"],
  relations: ["relation", "relations", "moved"],
};

/** What some changes of one sort come to: "3 values added", "1 description written differently". */
export function headlineOf(change: Change, n: number): string {
  const [one, many, what] = wordsFor(change);
  return `${count(n, one, many)} ${isCosmetic(change) ? "written differently" : what}`;
}

function wordsFor(change: Change): Headline {
  if (change.kind === "order-changed") return moved[change.list.of];
  return change.kind === "page-changed" ? pageFacts[change.field] : headlines[change.kind];
}
