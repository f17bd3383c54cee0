import type { Inline, Line, Link, Mark } from "./content.ts";
import { COMMENT, escapeText, guardLine, spellCode, spellCodeAsHtml, spellTarget } from "./escape.ts";

/** A line as Markdown, in the one spelling this project has for it. */
export function spellLine(line: Line): string {
  const only = line[0];
  if (line.length === 1 && only?.type === "text") return guardLine(escapeText(only.value));
  const spelled = spell(line, { before: "", after: "", inLink: false });
  return only?.type === "text" ? guardLine(spelled) : spelled;
}

/** The characters around a run of nodes, "" at the ends of a line. */
interface Around {
  readonly before: string;
  readonly after: string;
  readonly inLink: boolean;
}

function spell(nodes: Line, around: Around): string {
  const out: string[] = [];
  nodes.forEach((node, index) => {
    const next = nodes[index + 1];
    const before = out.at(-1)?.slice(-1) ?? around.before;
    const after = next === undefined ? around.after : firstCharacter(next);
    out.push(spellNode(node, next, { before, after, inLink: around.inLink }));
  });
  return out.join("");
}

function spellNode(node: Inline, next: Inline | undefined, around: Around): string {
  switch (node.type) {
    case "text":
      return escapeText(node.value, around.inLink, next?.type === "link");
    case "code":
      // At the beginning of a paragraph, a bracket and a colon in the text of a link would make it a definition.
      if (around.inLink && node.value.includes("]:")) return spellCodeAsHtml(node.value);
      return (around.before === "`" ? COMMENT : "") + spellCode(node.value);
    case "image":
      return `![${escapeText(node.alt, true)}]${spellTarget(node.url, node.title)}`;
    case "link":
      return spellLink(node);
    default:
      return spellMark(node, around);
  }
}

function spellLink(link: Link): string {
  const address = selfLinked(link);
  if (address !== undefined) return `<${address}>`;
  const label = spell(link.children, { before: "[", after: "]", inLink: true });
  return `[${label}]${spellTarget(link.url, link.title)}`;
}

/** The text of a link that only repeats where it leads, if Markdown can say it so. */
function selfLinked({ url, title, children }: Link): string | undefined {
  const [only] = children;
  if (children.length > 1 || only?.type !== "text" || title !== "") return undefined;
  const text = only.value;
  if (url === text) return /^[a-z][a-z\d+.-]{1,31}:[^\s\p{Cc}<>|\\`]*$/iu.test(url) ? text : undefined;
  return url === `mailto:${text}` && /^[\w.+-]+@[a-z\d]{1,32}(?:[.-][a-z\d]{1,30})*$/i.test(text) ? text : undefined;
}

function spellMark(mark: Mark, around: Around): string {
  const marker = markerOf(mark, around);
  const inner = spell(mark.children, { before: marker.charAt(0), after: marker.charAt(0), inLink: around.inLink });
  const opens = canOpen(marker, around.before, inner.charAt(0));
  const closes = canOpen(marker, around.after, inner.slice(-1));
  return (opens ? "" : COMMENT) + marker + inner + marker + (closes ? "" : COMMENT);
}

/** Emphasis takes the underscore where an asterisk would run into those of strong text. */
function markerOf(mark: Mark, around: Around): string {
  if (mark.type === "strong") return "**";
  if (mark.type === "delete") return "~~";
  const touches = (node: Inline | undefined) => node?.type === "strong";
  const crowded =
    around.before === "*" || around.after === "*" || touches(mark.children[0]) || touches(mark.children.at(-1));
  return crowded ? "_" : "*";
}

/**
 * Whether a marker between these two characters begins formatting, and by symmetry whether it ends some: never beside
 * its own kind, not between a letter and punctuation, and an underscore not inside a word.
 */
function canOpen(marker: string, outer: string, inner: string): boolean {
  if (outer === marker.charAt(0)) return false;
  const outside = classOf(outer);
  const inside = classOf(inner);
  if (outside === "space") return true;
  return outside === "punctuation" || (inside === "letter" && marker !== "_");
}

function classOf(character: string): "space" | "punctuation" | "letter" {
  if (character === "" || /\s/.test(character)) return "space";
  return /[\p{P}\p{S}]/u.test(character) ? "punctuation" : "letter";
}

/** The first character of a node's Markdown, as far as its neighbour must know. */
function firstCharacter(node: Inline): string {
  if (node.type === "text") return node.value.charAt(0);
  if (node.type === "strong" || node.type === "emphasis") return "*";
  return node.type === "delete" ? "~" : "[";
}
