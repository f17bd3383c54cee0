import { decodeEntities } from "./entities.ts";

/** A piece of an HTML text. Text comes as written, with its character references. */
export type Token =
  | { readonly kind: "open"; readonly name: string; attributes(): Readonly<Record<string, string | undefined>> }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/** Elements whose content is no markup. What a page shows only without scripts is no part of it either. */
const raw: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "iframe", "noframes"]);
/** Elements whose content is text only. */
const textOnly: ReadonlySet<string> = new Set(["title", "textarea"]);

/**
 * Walks over the tags and texts of an HTML text in one pass, in time that grows with its length whatever it holds. It
 * builds no tree: enough to tell what kind of page this is, not to read it.
 */
export function* scan(html: string): Generator<Token> {
  let at = 0;
  while (at < html.length) {
    const open = nextTag(html, at);
    if (open > at) yield { kind: "text", text: html.slice(at, open) };
    if (open >= html.length) return;
    const end = endOfMarkup(html, open);
    if (end === undefined) return;
    at = end;
    const tag = /^<(\/?)([a-zA-Z][^\s/>]*)/.exec(html.slice(open, Math.min(end, open + 64)));
    if (tag === null) continue;
    const name = tag[2]!.toLowerCase();
    if (tag[1] === "/") {
      yield { kind: "close", name };
      continue;
    }
    const source = html.slice(open + tag[0].length, end - 1);
    yield { kind: "open", name, attributes: () => attributesOf(source) };
    if (!raw.has(name) && !textOnly.has(name)) continue;
    const close = endOfContent(html, name, at);
    if (textOnly.has(name)) yield { kind: "text", text: html.slice(at, close) };
    at = close;
  }
}

/** A `<` that starts no tag is text. */
function nextTag(html: string, from: number): number {
  const tag = /<(?=[a-zA-Z/!?])/g;
  tag.lastIndex = from;
  return tag.exec(html)?.index ?? html.length;
}

/** Behind the tag or comment that starts here; undefined where it never ends. */
function endOfMarkup(html: string, open: number): number | undefined {
  if (html.startsWith("<!--", open)) return behind(html, "-->", open + 2);
  if (!/[a-zA-Z]/.test(html[open + 1] ?? "")) return behind(html, ">", open);
  let valueFollows = false;
  for (let at = open + 1; at < html.length; at++) {
    const character = html[at]!;
    if (character === ">") return at + 1;
    if (valueFollows && (character === '"' || character === "'")) {
      at = html.indexOf(character, at + 1);
      if (at < 0) return undefined;
    }
    valueFollows = character === "=" || (valueFollows && /\s/.test(character));
  }
  return undefined;
}

function behind(html: string, end: string, from: number): number | undefined {
  const at = html.indexOf(end, from);
  return at < 0 ? undefined : at + end.length;
}

function endOfContent(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

function attributesOf(source: string): Readonly<Record<string, string | undefined>> {
  const attributes: Record<string, string> = Object.create(null);
  for (const [, name, double, single, bare] of source.matchAll(
    /([^\s/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'][^\s]*)))?/g,
  ))
    attributes[name!.toLowerCase()] ??= decodeEntities(double ?? single ?? bare ?? "");
  return attributes;
}
