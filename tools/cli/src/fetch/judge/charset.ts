import type { PageLayout } from "../fetched.ts";
import { scan } from "../html/scan.ts";
import type { ReceivedAnswer } from "../http/receive.ts";
import { contentType } from "./layout.ts";

/** How far into a page a browser looks for the charset that it declares. */
const prescan = 1024;

/** The charset of an answer: what its first bytes show, what its header says, what the page says of itself, or UTF-8. */
export function charsetOf({ bytes, headers }: ReceivedAnswer, layout: PageLayout): string {
  const stated = contentType(headers["content-type"])?.params.get("charset") || undefined;
  return markOf(bytes) ?? stated ?? (layout === "html" ? metaCharset(bytes) : undefined) ?? "utf-8";
}

function markOf(bytes: Buffer): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function metaCharset(bytes: Buffer): string | undefined {
  for (const token of scan(bytes.toString("latin1", 0, prescan))) {
    if (token.kind !== "open" || token.name !== "meta") continue;
    const { charset, "http-equiv": about, content } = token.attributes();
    const found =
      charset ?? (about?.toLowerCase() === "content-type" ? contentType(content)?.params.get("charset") : "");
    // A page that can say so in single bytes is not UTF-16.
    if (found) return /^utf-?16/i.test(found.trim()) ? "utf-8" : found;
  }
  return undefined;
}
