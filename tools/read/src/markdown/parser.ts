import type { Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { type Processor, unified } from "unified";
import { UnreadablePage } from "../unreadable.ts";
import type { Excerpt } from "./excerpt.ts";

export type Parse = (excerpt: Excerpt) => Root;

/** The parser for one layout. What MDX needs is loaded only for MDX. */
export async function parserFor(layout: "markdown" | "mdx"): Promise<Parse> {
  const processor = unified().use(remarkParse).use(remarkGfm).use(withoutSecondLook);
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
 * Leaves out the step of GFM that looks for addresses in finished text a second time: it would link what an author
 * escaped, and make text without a place.
 */
function withoutSecondLook(this: Processor): void {
  const data = this.data();
  const extensions = (data.fromMarkdownExtensions ?? []).flat();
  data.fromMarkdownExtensions = extensions.map(({ transforms: _, ...extension }) => extension);
}
/** Parsers complain by throwing, mostly with a place; a page is untrusted, so whatever they throw is about the page. */
function unreadable(error: unknown, { placeOf }: Excerpt): UnreadablePage {
  const { reason, message, line, column } = error as Partial<Record<"reason" | "message", string>> &
    Partial<Record<"line" | "column", number>>;
  const place = typeof line === "number" && typeof column === "number" ? placeOf({ line, column }) : undefined;
  return new UnreadablePage(reason ?? message ?? String(error), place);
}
