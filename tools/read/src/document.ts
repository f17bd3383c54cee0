/** Where something stands in its file. Both count from 1; a column counts UTF-16 units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a page's text. */
export interface SourceText {
  /**
   * Plain text: formatting gone, an image as its alternative text, a line break as "\n", paragraphs separated by an empty
   * line, list items with the mark they begin with. Runs of spaces, tabs and line ends are one space, and none stands at
   * an end; other white space, such as a no-break space within a line, is typography and stays. A footnote's mark is gone
   * (the note itself is prose), and so are comments and tags.
   */
  readonly text: string;
  /**
   * The same as Markdown in one canonical spelling, the same for every layout: link targets kept, references resolved,
   * a line break as a backslash at the end of a line. It stands by itself: nothing in a cell is escaped for a table.
   */
  readonly markdown: string;
  /** The contents of its code spans, in order and as they stand. */
  readonly codes: readonly string[];
  readonly place: Place;
}

export interface Heading extends SourceText {
  readonly kind: "heading";
  readonly depth: number;
}

/**
 * A paragraph, list, quotation, note or code block: anything a reader reads that is neither heading nor table. A list or
 * quotation that holds a heading or table is no prose itself: what it holds stands in its place.
 */
export interface Prose extends SourceText {
  readonly kind: "prose";
}

export interface Cell extends SourceText {}

/** A row as it stands: it may have more or fewer cells than the header. Its place is its first character. */
export interface Row {
  /** Empty cells have text ""; a cell's place is its first character, or where one would write it. */
  readonly cells: readonly Cell[];
  readonly place: Place;
}

export interface Table {
  readonly kind: "table";
  readonly header: Row;
  readonly rows: readonly Row[];
  readonly place: Place;
}

export type Block = Heading | Prose | Table;

export type Layout = "markdown" | "mdx" | "html" | "text";

/** A page as read: blocks in reading order with their places, and no meaning yet. */
export interface SourceDocument {
  /** The file's name as it shall stand in messages. */
  readonly file: string;
  readonly layout: Layout;
  /**
   * Front matter, every scalar as text. Unknown keys are kept. An HTML page has none: there it is what the page says about
   * itself, as far as it does: `title`, `published`, `updated` (dates as YYYY-MM-DD).
   */
  readonly front: Readonly<Record<string, string>>;
  /** Where each value of the front matter begins, or its key where it is empty; nothing where no line states it. */
  readonly frontPlaces?: Readonly<Record<string, Place>>;
  readonly blocks: readonly Block[];
}
