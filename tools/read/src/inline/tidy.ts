import type { Inline, Line, Link, Mark } from "./content.ts";
import type { LooseLink, LooseMark, Piece } from "./piece.ts";

/**
 * One spelling for one meaning: neighbours of one kind are one, formatting begins and ends at something visible, formatting
 * inside the same formatting and formatting of nothing is gone, white space is folded and stands at neither end.
 */
export function tidyLine(pieces: readonly Piece[]): Line {
  const line = tidy(pieces, []);
  const { core } = peel(line);
  return core;
}

type Wrapper = Mark | Link;

function tidy(pieces: readonly Piece[], within: readonly Wrapper["type"][]): Line {
  const out: Inline[] = [];
  for (const piece of pieces) add(piece);
  return out;

  function add(piece: Piece): void {
    if (piece.type === "text") addText(piece.value);
    else if (piece.type === "code") addCode(piece.value.replace(/[\r\n]+/g, " ").replaceAll("\0", "\ufffd"));
    else if (piece.type === "image")
      out.push({ ...piece, alt: fold(piece.alt).trim(), title: fold(piece.title).trim() });
    else if (piece.type === "break") addText(" ");
    else if (within.includes(piece.type)) piece.children.forEach(add);
    else addWrapper(piece);
  }

  function addText(value: string): void {
    const previous = out.at(-1);
    const before = previous?.type === "text" ? previous.value : "";
    const folded = fold(before + value);
    if (folded === "") return;
    if (previous?.type === "text") out.pop();
    out.push({ type: "text", value: folded });
  }

  function addCode(value: string): void {
    if (value !== "") out.push({ type: "code", value });
  }

  function addWrapper(piece: LooseMark | LooseLink): void {
    const { before, core, after } = peel(tidy(piece.children, [...within, piece.type]));
    addText(before);
    if (core.length > 0) addCore(piece, core);
    addText(after);
  }

  function addCore(piece: LooseMark | LooseLink, core: Line): void {
    const previous = out.at(-1);
    if (previous?.type === piece.type && piece.type !== "link") {
      out.pop();
      out.push({
        type: piece.type,
        children: tidy([...(previous as Mark).children, ...core], [...within, piece.type]),
      });
    } else if (piece.type === "link") {
      out.push({ type: "link", url: piece.url, title: fold(piece.title).trim(), children: core });
    } else {
      out.push({ type: piece.type, children: core });
    }
  }
}

/** Takes the white space off both ends. What was nothing but white space is all `before`. */
function peel(line: Line): { readonly before: string; readonly core: Line; readonly after: string } {
  let core = line;
  let before = "";
  let after = "";
  const first = core[0];
  if (first?.type === "text") {
    const value = first.value.trimStart();
    before = first.value.slice(0, first.value.length - value.length);
    core = value === "" ? core.slice(1) : [{ type: "text", value }, ...core.slice(1)];
  }
  const last = core.at(-1);
  if (last?.type === "text") {
    const value = last.value.trimEnd();
    after = last.value.slice(value.length);
    core = value === "" ? core.slice(0, -1) : [...core.slice(0, -1), { type: "text", value }];
  }
  return { before, core, after };
}

/**
 * A page's line endings, tabs and runs of spaces mean one space. Other white space is typography and stays. U+0000 cannot
 * be said in Markdown, whose parsers read the replacement character for it.
 */
function fold(text: string): string {
  return text.replace(/[\t\n\v\f\r ]+/g, " ").replaceAll("\0", "\ufffd");
}
