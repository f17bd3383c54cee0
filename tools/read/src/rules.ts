import type { Severity } from "./diagnostic.ts";
import type { Rule } from "./rule.ts";

/** A rule as `docs/diagnostics.md` explains it. */
export interface ReadRule extends Rule {
  /** What the rule finds, as one sentence. */
  readonly what: string;
}

function rule(id: string, what: string, hint: string, severity: Severity = "error"): ReadRule {
  return { id, severity, what, hint };
}

/** Everything that reading a page can report. Nothing here is a matter of meaning: that is for the stage after it. */
export const rules = {
  layoutUnknown: rule(
    "layout-unknown",
    "The file's extension does not say how the page is laid out.",
    "Name the file .md, .mdx, .html or .txt, or state its layout.",
  ),
  notUtf8: rule(
    "not-utf-8",
    "The file is not UTF-8: it was saved in another encoding, such as Windows-1252 or UTF-16.",
    "Save it as UTF-8; open it first in the encoding that it has, or characters are lost.",
  ),
  replacementInTable: rule(
    "replacement-in-table",
    "A cell of a table has U+FFFD, which a program left in place of a character that it could not read.",
    "Write the character that belongs there, or copy the page again from where it is right.",
  ),
  replacementInProse: rule(
    "replacement-in-prose",
    "A heading, a paragraph or the front matter has U+FFFD, which a program left in place of a character that it could not read.",
    "Write the character that belongs there, or copy the page again from where it is right.",
    "warning",
  ),
  unreadablePage: rule(
    "unreadable-page",
    "The parser of the page's layout refuses it, or it is nested or multiplied beyond what pages for people are.",
    "Correct the page at this place; in MDX a brace or an angle bracket that is only text needs a backslash.",
  ),
  unreadableFront: rule(
    "unreadable-front-matter",
    "The lines between the page's first two `---` are not YAML keys and values.",
    "Write one `key: value` a line, and put quotes around a value that contains a colon.",
  ),
  textLayoutMissing: rule(
    "text-layout-missing",
    "A page of flattened text comes without a description of its tables.",
    "Describe its tables under `text` in the page's configuration: plain text does not say where a cell ends.",
  ),
  textLayoutWrong: rule(
    "text-layout-wrong",
    "The description of a flattened page contradicts itself.",
    "Correct the description of the table under `text` in the page's configuration.",
  ),
  textHeadingMissing: rule(
    "text-heading-missing",
    "A heading that the description of a flattened page names is not on the page.",
    "Copy the whole page again, or take the heading out of the description.",
  ),
  textTableMissing: rule(
    "text-table-missing",
    "The header cells of a table do not follow each other anywhere on a flattened page.",
    "Copy the page so that every cell is a line of its own, or bring the description's headers in line with the page.",
  ),
  textTableEmpty: rule(
    "text-table-empty",
    "A table of a flattened page has its header and no rows.",
    "Copy the whole table; where its first row looks unlike the description, correct the column's pattern.",
  ),
  textTableCut: rule(
    "text-table-cut",
    "A flattened page ends before the line that ends the table.",
    "Copy the page to its end, or correct `until` in the description.",
  ),
  textCellMissing: rule(
    "text-cell-missing",
    "A row of a flattened table has fewer cells than the table has columns.",
    "Copy the page again with all its cells; copies often lose the cells that are code.",
  ),
  textCellsGlued: rule(
    "text-cells-glued",
    "Several cells of a flattened table stand in one line.",
    "Copy the page so that every cell is a line of its own.",
  ),
  textCellMalformed: rule(
    "text-cell-malformed",
    "A cell of a flattened table does not look as its column's pattern says.",
    "Correct the cell, or the column's pattern in the description.",
  ),
  textLineUnexpected: rule(
    "text-line-unexpected",
    "A line after a row of a flattened table belongs to no cell and begins no row.",
    'Say `paragraphs: "many"` where a last cell may have several, or end the table with `until`.',
  ),
  htmlTableCut: rule(
    "html-table-cut",
    "A table of an HTML page has no end: the page may have been cut within it.",
    "Copy the page again to its end, or close the table where it ends.",
  ),
  htmlTableSpans: rule(
    "html-table-spans",
    "Cells of an HTML table that span rows or columns overlap, reach beyond their part of the table, or are far too many.",
    "Correct `rowspan` and `colspan`, or bring in the page's Markdown form.",
  ),
  htmlTableHeader: rule(
    "html-table-header",
    "An HTML table has several rows of header cells, and more than one of them names the same column.",
    "Keep one name for each column in the last row of the header, or bring in the page's Markdown form.",
  ),
  htmlTableNested: rule(
    "html-table-nested",
    "A cell of an HTML table holds another table, which is kept as lines of text in that cell and is no table of its own.",
    "Nothing to do, unless a vocabulary stands in the inner table: then bring in the page's Markdown form.",
    "warning",
  ),
  htmlRowUndivided: rule(
    "html-row-undivided",
    "A row of an HTML table is one cell over all columns, a title between rows. It is kept as the one cell that it is.",
    "Nothing to do, unless the table makes a vocabulary: then bring in the page without that row.",
    "warning",
  ),
} as const satisfies Record<string, ReadRule>;

export const readRules: readonly ReadRule[] = Object.values(rules);
