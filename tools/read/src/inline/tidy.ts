import type { Code, Image, Line, Link, Mark, Text } from "./content.ts";
import type { LooseLink, LooseMark, Piece } from "./piece.ts";

/**
 * One spelling for one meaning: neighbours of one kind are one, formatting begins and ends at something visible, formatting
 * inside the same formatting and formatting of nothing is gone, white space is folded and stands at neither end.
 */
export function tidyLine(pieces: readonly Piece[]): Line {
  return peel(tidy(pieces, [])).core;
}

/** A line in the making: what is in a node can still grow. */
type Growing = Text | Code | Image | GrowingMark | GrowingLink;

interface GrowingMark {
  readonly type: Mark["type"];
  readonly children: Growing[];
}

interface GrowingLink extends Omit<Link, "children"> {
  readonly children: Growing[];
}

function tidy(pieces: readonly Piece[], within: readonly (Mark | Link)["type"][]): readonly Growing[] {
  const out: Growing[] = [];
  let texts: string[] = [];
  for (const piece of pieces) add(piece);
  endText();
  return out;

  function add(piece: Piece): void {
    if (piece.type === "text") texts.push(piece.value);
    else if (piece.type === "code") addCode(piece.value.replace(/[\r\n]+/g, " ").replaceAll("\0", "\ufffd"));
    else if (piece.type === "image")
      addNode({ ...piece, alt: fold(piece.alt).trim(), title: fold(piece.title).trim() });
    else if (piece.type === "break" || piece.type === "edge") texts.push(" ");
    else if (within.includes(piece.type)) piece.children.forEach(add);
    else addWrapper(piece);
  }

  /** Text of neighbours is joined before it is folded, and once: there may be a great many of them. */
  function endText(): void {
    const value = fold(texts.join(""));
    if (value !== "") out.push({ type: "text", value });
    texts = [];
  }

  function addNode(node: Growing): void {
    endText();
    merge(out, node);
  }

  function addCode(value: string): void {
    if (value !== "") addNode({ type: "code", value });
  }

  function addWrapper(piece: LooseMark | LooseLink): void {
    const { before, core, after } = peel(tidy(piece.children, [...within, piece.type]));
    texts.push(before);
    if (core.length > 0) addNode(wrap(piece, core));
    texts.push(after);
  }
}

function wrap(piece: LooseMark | LooseLink, children: Growing[]): Growing {
  if (piece.type !== "link") return { type: piece.type, children };
  return { type: "link", url: piece.url, title: fold(piece.title).trim(), children };
}

/** Adds a node to its neighbours. What is joined here begins and ends at something visible. */
function merge(out: Growing[], node: Growing): void {
  const previous = out.at(-1);
  if (previous?.type === "text" && node.type === "text") {
    out[out.length - 1] = { type: "text", value: previous.value + node.value };
  } else if (isMark(previous) && isMark(node) && previous.type === node.type) {
    for (const child of node.children) merge(previous.children, child);
  } else {
    out.push(node);
  }
}

function isMark(node: Growing | undefined): node is GrowingMark {
  return node?.type === "emphasis" || node?.type === "strong" || node?.type === "delete";
}

/** Takes the white space off both ends. What was nothing but white space is all `before`. */
function peel(line: readonly Growing[]): { readonly before: string; readonly core: Growing[]; readonly after: string } {
  const core = [...line];
  let before = "";
  let after = "";
  const first = core[0];
  if (first?.type === "text") {
    const value = first.value.trimStart();
    before = first.value.slice(0, first.value.length - value.length);
    core.splice(0, 1, ...textNode(value));
  }
  const last = core.at(-1);
  if (last?.type === "text") {
    const value = last.value.trimEnd();
    after = last.value.slice(value.length);
    core.splice(-1, 1, ...textNode(value));
  }
  return { before, core, after };
}

function textNode(value: string): readonly Text[] {
  return value === "" ? [] : [{ type: "text", value }];
}

/**
 * A page's line endings, tabs and runs of spaces mean one space. Other white space is typography and stays. U+0000 cannot
 * be said in Markdown, whose parsers read the replacement character for it.
 */
function fold(text: string): string {
  return text.replace(/[\t\n\v\f\r ]+/g, " ").replaceAll("\0", "\ufffd");
}
