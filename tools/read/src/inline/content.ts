/**
 * What a stretch of text says, however its layout spelled it: references resolved, HTML and comments gone, white space
 * folded, formatting that spans a line break divided at it.
 */
export type Content = readonly Paragraph[];

/** Lines of one paragraph; between them stands a line break that the author asked for. */
export type Paragraph = readonly Line[];

export type Line = readonly Inline[];

export type Inline = Text | Code | Mark | Link | Image;

export interface Text {
  readonly type: "text";
  readonly value: string;
}

export interface Code {
  readonly type: "code";
  readonly value: string;
}

export interface Mark {
  readonly type: "emphasis" | "strong" | "delete";
  readonly children: Line;
}

export interface Link {
  readonly type: "link";
  readonly url: string;
  readonly title: string;
  readonly children: Line;
}

export interface Image {
  readonly type: "image";
  readonly url: string;
  readonly title: string;
  readonly alt: string;
}
