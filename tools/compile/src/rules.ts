import type { Diagnostic, Place, Severity } from "@tools/read";

/** A rule that a page, an overlay or a set of tables can break. */
export interface CompileRule {
  readonly id: string;
  readonly severity: Severity;
  /** How to fix it, where the one who reports it knows nothing better. */
  readonly hint: string;
}

const error = (id: string, hint: string): CompileRule => ({ id, severity: "error", hint });
const warning = (id: string, hint: string): CompileRule => ({ id, severity: "warning", hint });

/** Every rule of the compile stage. Each is explained under its id in `docs/diagnostics.md`. */
export const rules = {
  tableMissing: error(
    "table-missing",
    "Run `pnpm catalog tables <file>` to see the page's tables; if it is gone for good, take it out of the configuration.",
  ),
  tableAmbiguous: error("table-ambiguous", "Narrow the match in the configuration with `page`, `under` or `after`."),
  columnMissing: error(
    "column-missing",
    "Restore the column, or correct the configuration: an alias for a new header, or the column taken out.",
  ),
  columnAmbiguous: error("column-ambiguous", "Give each column a header of its own."),
  rowTooWide: error("row-too-wide", "Remove the surplus cell, or write a pipe that belongs to the text as `\\|`."),
  rowTooNarrow: error("row-too-narrow", "Add the missing cell, empty if it has nothing to say."),
  noRows: error("no-rows", "A table that makes a vocabulary needs a row; was the table cut?"),
  emptyValue: error(
    "empty-value",
    "Write the value; copies of a page often lose it together with its code formatting.",
  ),
  malformedValue: error("malformed-value", "Correct the cell, or say in the configuration what a value looks like."),
  valueNotAscii: warning(
    "value-not-ascii",
    "Nothing to do if the value is spelled so; where it only looks like ASCII, correct the cell.",
  ),
  emptyDescription: error(
    "empty-description",
    "Describe the value, or mark the column as optional in the configuration.",
  ),
  relationUnknown: error("relation-unknown", "Correct the name, or document the value it points at."),
  identifierCollision: error("identifier-collision", "Name one of the two by hand in an overlay."),
  identifierTaken: warning(
    "identifier-taken",
    "Nothing to do; an overlay may choose a better name before it is released.",
  ),
  duplicateValue: warning("duplicate-value", "Nothing to do: every different text is kept."),
  attributeConflict: warning("attribute-conflict", "Let the rows of one value agree; the first one counts until then."),
  attributeAmbiguous: error(
    "attribute-ambiguous",
    "Correct the cell, or do not export the attribute in the configuration.",
  ),
  vocabularyUnnamed: error(
    "vocabulary-unnamed",
    "Put the name in a code span before the table, or set `named` in the configuration.",
  ),
  vocabularyTwice: error("vocabulary-twice", "Leave one of the tables out with `except`, or narrow the match."),
  exportCollision: error("export-collision", "Choose another name in the configuration."),
  proseMissing: error("prose-missing", "Correct `description` in the configuration, or restore the paragraph."),
  proseAmbiguous: error(
    "prose-ambiguous",
    "Narrow `description` in the configuration with `page`, `under` or a longer text.",
  ),
  malformedDate: error("malformed-date", "Write the date as YYYY-MM-DD."),
  overlayMalformed: error("overlay-malformed", "See the guide to overlays in docs/overlays/README.md."),
  sortUnknown: error("sort-unknown", "Correct the overlay, or add the value under `sorted` in the configuration."),
  unsortedValue: warning("unsorted-value", "Sort the value in a file of docs/overlays."),
  overlayStale: error("overlay-stale", "Delete the overlay, or bring it in line with the page."),
} as const satisfies Record<string, CompileRule>;

/** Where a diagnostic points. */
export interface At {
  readonly file: string;
  readonly place?: Place;
}

/** A diagnostic of a rule. Made here only, so that none lacks its place or its hint. */
export function report(rule: CompileRule, at: At, message: string, hint: string = rule.hint): Diagnostic {
  const where = at.place === undefined ? { file: at.file } : { file: at.file, place: at.place };
  return { rule: rule.id, severity: rule.severity, ...where, message, hint };
}
