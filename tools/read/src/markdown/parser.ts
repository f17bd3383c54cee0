import type { Root } from "mdast";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { UnreadablePage } from "../unreadable.ts";
import type { Excerpt } from "./excerpt.ts";

export type Parse = (excerpt: Excerpt) => Root;

/** The parser for one layout. What MDX needs is loaded only for MDX. */
export async function parserFor(layout: "markdown" | "mdx"): Promise<Parse> {
  const processor = unified().use(remarkParse).use(gfmReading);
  if (layout === "mdx") processor.use((await import("remark-mdx")).default);
  processor.freeze();
  return (excerpt) => {
    try {
      return processor.parse(excerpt.text);
    } catch (error) {
      throw unreadable(error, excerpt);
    }
  };
}

/**
 * The reading half of GFM. The step that looks for addresses in finished text a second time is left out: it would link
 * what an author escaped, and make text without a place.
 */
function gfmReading(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), gfm()];
  const extensions = gfmFromMarkdown().map(({ transforms: _, ...extension }) => extension);
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), ...extensions];
}

/** Parsers complain by throwing, mostly with a place; a page is untrusted, so whatever they throw is about the page. */
function unreadable(error: unknown, { placeOf }: Excerpt): UnreadablePage {
  const { reason, message, line, column } = error as Partial<Record<"reason" | "message", string>> &
    Partial<Record<"line" | "column", number>>;
  const place = typeof line === "number" && typeof column === "number" ? placeOf({ line, column }) : undefined;
  return new UnreadablePage(reason ?? message ?? String(error), place);
}
