/** Where something stands in its file. Both count from 1; a column counts UTF-16 units, as editors do. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A stretch of a page's text. */
export interface SourceText {
  /** Plain text: formatting gone, an image as its alternative text, paragraphs separated by an empty line. */
  readonly text: string;
  /** The same as Markdown in one canonical spelling; link targets kept. */
  readonly markdown: string;
  /** The contents of its code spans, in order. */
  readonly codes: readonly string[];
  readonly place: Place;
}

export interface Heading extends SourceText {
  readonly kind: "heading";
  readonly depth: number;
}

/** A paragraph, list, quotation or note: anything a reader reads that is neither heading nor table. */
export interface Prose extends SourceText {
  readonly kind: "prose";
}

export interface Cell extends SourceText {}

/** A row as it stands: it may have more or fewer cells than the header. */
export interface Row {
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

export type Layout = "markdown" | "mdx" | "text";

/** A page as read: blocks in reading order with their places, and no meaning yet. */
export interface SourceDocument {
  /** The file's name as it shall stand in messages. */
  readonly file: string;
  readonly layout: Layout;
  /** Front matter, every scalar as text. Unknown keys are kept. */
  readonly front: Readonly<Record<string, string>>;
  readonly blocks: readonly Block[];
}
