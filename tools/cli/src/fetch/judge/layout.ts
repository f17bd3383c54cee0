import { MIMEType } from "node:util";
import type { PageLayout } from "../fetched.ts";
import type { ReceivedAnswer } from "../http/receive.ts";

const byType: Readonly<Record<string, PageLayout>> = {
  "text/markdown": "markdown",
  "text/x-markdown": "markdown",
  "text/mdx": "mdx",
  "text/html": "html",
  "application/xhtml+xml": "html",
  "text/plain": "text",
};

const byExtension: Readonly<Record<string, PageLayout>> = {
  md: "markdown",
  markdown: "markdown",
  mdx: "mdx",
  html: "html",
  htm: "html",
  txt: "text",
};

/**
 * How an answer's text is written; undefined where it is no text that can be read. The content type decides; the
 * address says more where the type is only `text/plain`, or missing; and what begins as an HTML document is one,
 * because servers answer with their HTML pages under any address.
 */
export function layoutOf(answer: ReceivedAnswer, asked: URL): PageLayout | undefined {
  const declared = declaredLayout(answer, asked);
  return declared !== undefined && startsAsHtml(answer.bytes) ? "html" : declared;
}

function declaredLayout({ headers, url, bytes }: ReceivedAnswer, asked: URL): PageLayout | undefined {
  const type = contentType(headers["content-type"]);
  const named = extensionLayout(url) ?? extensionLayout(asked);
  if (type === undefined) return named ?? (startsAsHtml(bytes) ? "html" : undefined);
  const layout = Object.hasOwn(byType, type.essence) ? byType[type.essence] : undefined;
  if (layout === "text" && named !== undefined && named !== "html") return named;
  return layout === "markdown" && named === "mdx" ? "mdx" : layout;
}

function extensionLayout(url: URL): PageLayout | undefined {
  const extension = /\.(\w+)$/.exec(url.pathname)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(byExtension, extension) ? byExtension[extension] : undefined;
}

/** The content type of an answer; undefined where it has none, or none that can be read. */
export function contentType(header: string | undefined): MIMEType | undefined {
  try {
    return header === undefined ? undefined : new MIMEType(header);
  } catch {
    return undefined;
  }
}

function startsAsHtml(bytes: Buffer): boolean {
  const start = bytes.toString("latin1", 0, 1024);
  return /^(?:\xEF\xBB\xBF)?\s*<(?:!doctype\s+html|html[\s>])/i.test(start);
}
