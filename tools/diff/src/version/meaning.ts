import type { Change, ChangeKind, ChangeOf } from "../change/change.ts";
import { equal } from "../compare/equal.ts";

/** What a change means for the people who depend on it, as one sentence or two. */
export function meaningOf(change: Change): string {
  const meaning = meanings[change.kind] as string | ((change: Change) => string);
  return typeof meaning === "string" ? meaning : meaning(change);
}

const additive = "An addition that breaks nothing.";
const display = "Only texts that are shown to people differ; no code has to change.";
const renamedExport = "Imports by the old name stop compiling.";

const meanings: { readonly [Kind in ChangeKind]: string | ((change: ChangeOf<Kind>) => string) } = {
  "schema-changed": "Tools that look up the catalog's schema find it elsewhere.",
  "page-added": "One more page is documented here.",
  "page-gone": "The page is no longer read; what it documented stays as deprecated values.",
  "page-changed": ({ field }) =>
    ({
      title: "The page is cited by another title.",
      url: "Links to the page lead to its new address.",
      published: "The page gives itself another date; what it says is listed separately.",
      hash: "Some row of the page changed; what changed in it is listed separately.",
    })[field],
  "order-changed": "Lists come in another order; nothing else is affected.",
  "vocabulary-added": `${additive} A new enum with its types and functions can be imported.`,
  "vocabulary-gone": "Everything is still exported and now deprecated, because old events keep arriving.",
  "vocabulary-back": "The values are documented again and no longer deprecated.",
  "vocabulary-dropped": "Its enum, types and functions can no longer be imported.",
  "vocabulary-title-changed": display,
  "vocabulary-description-added": display,
  "vocabulary-description-changed": display,
  "vocabulary-description-gone": display,
  "vocabulary-source-changed": display,
  "exports-changed": renamedExport,
  "type-changed": "Values have another type at run time; comparisons with the old one never match.",
  "relation-kind-added": `${additive} The relation can be followed.`,
  "relation-kind-dropped": "The functions that follow the relation can no longer be imported.",
  "relation-kind-changed": ({ from, to }) =>
    (from.to === undefined || from.to === to.to) && (from.from === undefined || from.from === to.from)
      ? `${additive} The relation can be followed by one more function.`
      : "Calls of the old function stop compiling.",
  "attribute-kind-added": `${additive} Values carry one more fact.`,
  "attribute-kind-dropped": "Values no longer carry the fact; code that reads it finds nothing.",
  "attribute-kind-changed": ({ from, to }) => {
    if (from.type !== to.type)
      return "The attribute has another type at run time; comparisons with the old one never match.";
    if (equal(from.exports, to.exports)) return display;
    return from.exports === undefined ? `${additive} A new enum can be imported.` : renamedExport;
  },
  "entry-added":
    "A new value can arrive. Open types take it already; an exhaustive switch over the closed type stops compiling until it is treated, which is what it is for.",
  "entry-gone":
    "The value stays exported and is now deprecated: the documentation dropped it, old events still carry it.",
  "entry-renamed":
    "The old value stays exported and is deprecated in favour of its successor; treat both, because old events still carry the old one.",
  "entry-back": "The value is documented again and no longer deprecated.",
  "entry-dropped": "The member can no longer be imported, although old events may still carry the value.",
  "deprecation-changed": "The value is deprecated as before; what is said of that differs.",
  "identifier-changed": "The member has another name: code that uses the old one stops compiling.",
  "title-changed": display,
  "evidence-changed": "How well the value is founded differs; the value itself does not.",
  "since-changed": "The date from which the value is known differs.",
  "notes-changed": display,
  "description-added": display,
  "description-changed": ({ cosmetic }) =>
    cosmetic.length > 0 ? "It is written differently and says the same." : display,
  "description-gone": display,
  "heading-changed": "The same text stands under another heading.",
  "source-changed": "The same text stands in a row that changed elsewhere or moved to another page.",
  "relation-added": `${additive} The relation is followed from now on.`,
  "relation-gone": "The relation is still followed and now marked as no longer documented.",
  "relation-back": "The relation is documented again.",
  "relation-dropped": "The relation is no longer followed; code that relied on it finds one value fewer.",
  "relation-last-seen-changed": "The relation is no longer documented as before; the date differs.",
  "attribute-added": ({ exported }) =>
    exported ? `${additive} The enum has one more member.` : "Values carry one more fact.",
  "attribute-changed": ({ exported }) =>
    exported
      ? "The member has another value: code that compares with the old one no longer matches."
      : "A fact about the value differs; no code has to change.",
  "attribute-gone": ({ exported }) =>
    exported
      ? "The enum lost a member: code that uses it stops compiling."
      : "A fact about the value is no longer stated.",
};
