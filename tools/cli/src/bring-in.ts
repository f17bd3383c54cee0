import { existsSync, readFileSync } from "node:fs";
import { type Diagnostic, type Layout, read, writeMarkdown } from "@tools/read";
import type { LoadedConfig } from "./config-file.ts";

/** A page as it came in, from a file or from the network. */
export interface Incoming {
  readonly page: string;
  /** Its name in messages: a file or an address. */
  readonly shown: string;
  /** As bytes where nobody has decoded it. */
  readonly text: string | Uint8Array;
  readonly layout?: Layout;
}

export interface BroughtIn {
  /** The page as it came in, as text: what its diagnostics point into. */
  readonly source: string;
  /** The copy as it is to be, canonical Markdown; absent where the page cannot be read. */
  readonly text?: string;
  /** Whether that differs from the copy that is there in more than the date of the copy. */
  readonly changed: boolean;
  readonly diagnostics: readonly Diagnostic[];
}

/** What the caller knows better than the page. */
export interface Dates {
  readonly published?: string;
  readonly retrieved: string;
}

/**
 * Turns an incoming page into the copy that is committed: one canonical spelling of what was read, so that noise cannot
 * look like a change. The date of the copy moves only together with something else.
 */
export async function bringIn(loaded: LoadedConfig, incoming: Incoming, dates: Dates): Promise<BroughtIn> {
  const config = loaded.config.pages[incoming.page];
  const {
    text: source,
    document,
    diagnostics,
  } = await read({
    file: incoming.shown,
    text: incoming.text,
    ...(incoming.layout === undefined ? {} : { layout: incoming.layout }),
    ...(config?.text === undefined ? {} : { textLayout: config.text }),
  });
  if (diagnostics.some(({ severity }) => severity === "error")) return { source, changed: false, diagnostics };

  const target = loaded.path(config?.file ?? "");
  const before = existsSync(target) ? readFileSync(target, "utf8") : undefined;
  const known = before === undefined ? {} : (await read({ file: target, text: before })).document.front;
  const heading = document.blocks.find((block) => block.kind === "heading")?.text ?? incoming.page;
  const front = {
    ...known,
    title: heading,
    ...(typeof config?.url === "string" ? { url: config.url } : {}),
    ...document.front,
    ...(dates.published === undefined ? {} : { published: dates.published }),
  };
  const kept = writeMarkdown(document, { ...front, retrieved: known.retrieved ?? dates.retrieved });
  if (kept === before) return { source, text: kept, changed: false, diagnostics };
  const text = writeMarkdown(document, { ...front, retrieved: dates.retrieved });
  return { source, text, changed: true, diagnostics };
}
