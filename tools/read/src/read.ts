import { decode, linesOf } from "./decode.ts";
import type { Diagnostic } from "./diagnostic.ts";
import type { Block, Layout, SourceDocument } from "./document.ts";
import { emptyFront, type Front, noPlaces, readFront } from "./front/front.ts";
import { splitFront } from "./front/split-front.ts";
import { findReplacements } from "./replacements.ts";
import { report } from "./rule.ts";
import { rules } from "./rules.ts";
import type { TextLayout } from "./text-layout.ts";
import { UnreadablePage } from "./unreadable.ts";

/** A page's text, and what must be known to read it. */
export interface ReadInput {
  /** The file's name as it shall stand in messages. */
  readonly file: string;
  /** As bytes where nobody has decoded it: then whether it is UTF-8 belongs to what can be wrong with it. */
  readonly text: string | Uint8Array;
  /** Default: what the file's extension says. */
  readonly layout?: Layout;
  /** For flattened text, which says nothing about its tables. */
  readonly textLayout?: TextLayout;
}

/** A page as read. Where an error is among the diagnostics, the document holds what could be read all the same. */
export interface ReadResult {
  /** The text that the places count in: decoded, without a byte-order mark, its lines ended by "\n". */
  readonly text: string;
  readonly document: SourceDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a page: its blocks in order, with their places in the file. What is wrong with the page is returned and never
 * thrown.
 */
export async function read(input: ReadInput): Promise<ReadResult> {
  const { file } = input;
  const source = typeof input.text === "string" ? { text: input.text, diagnostics: [] } : decode(input.text, file);
  const lines = linesOf(source.text);
  const text = lines.join("\n");
  const layout = input.layout ?? layoutOf(file);
  if (layout === undefined) {
    const found = report(rules.layoutUnknown, { file }, "Found a file that is neither .md, .mdx, .html nor .txt");
    const document = { file, layout: "markdown", front: emptyFront(), blocks: [] } as const;
    return { text, document, diagnostics: [...source.diagnostics, found] };
  }
  const { front, frontPlaces, body, diagnostics } = hasFront.has(layout)
    ? await withFront(lines, file)
    : withoutFront(lines);
  const page = await readBody(input, body, layout);
  const document = { file, layout, front: page.front ?? front, frontPlaces, blocks: page.blocks };
  // In a file that is not UTF-8 the replacement characters are ours.
  const replaced = source.diagnostics.length > 0 ? source.diagnostics : findReplacements(document);
  return { text, document, diagnostics: [...replaced, ...diagnostics, ...page.diagnostics] };
}

/** Layouts that begin with front matter where there is any. */
const hasFront: ReadonlySet<Layout> = new Set(["markdown", "mdx"]);

const extensions: ReadonlyMap<string, Layout> = new Map([
  ["md", "markdown"],
  ["mdx", "mdx"],
  ["html", "html"],
  ["htm", "html"],
  ["txt", "text"],
]);

/** The layout that a file's extension stands for. */
export function layoutOf(file: string): Layout | undefined {
  return extensions.get(/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? "");
}

function withoutFront(lines: readonly string[]) {
  return { front: emptyFront(), frontPlaces: noPlaces(), body: lines, diagnostics: [] };
}

async function withFront(lines: readonly string[], file: string) {
  const { front: written, body } = splitFront(lines);
  const { front, places, problems } = await readFront(written ?? [], 2);
  const diagnostics = problems.map(({ message, place }) => report(rules.unreadableFront, { file, place }, message));
  return { front, frontPlaces: places, body, diagnostics };
}

interface Body {
  /** What the body says in place of front matter. */
  readonly front?: Front;
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Each layout is one function, loaded when the first page of its kind is read. */
async function readBody(input: ReadInput, lines: readonly string[], layout: Layout): Promise<Body> {
  const { file } = input;
  try {
    if (layout === "text") {
      const { readText } = await import("./text/read-text.ts");
      return await readText(lines, file, input.textLayout);
    }
    if (layout === "html") {
      const { readHtml } = await import("./html/read-html.ts");
      return readHtml(lines, file);
    }
    const { readMarkdown } = await import("./markdown/read-markdown.ts");
    return await readMarkdown(lines, layout, file);
  } catch (error) {
    if (!(error instanceof UnreadablePage)) throw error;
    const at = error.place === undefined ? { file } : { file, place: error.place };
    return { blocks: [], diagnostics: [report(rules.unreadablePage, at, error.message)] };
  }
}
