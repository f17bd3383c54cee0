import { readFileSync } from "node:fs";
import { join } from "node:path";
import { UsageError } from "./exit.ts";
import { FetchError } from "./fetch/fetch-error.ts";
import { fetchPage } from "./fetch/fetch-page.ts";
import { type Progress, userAgent } from "./fetch/options.ts";
import type { Look } from "./look.ts";
import { repository } from "./repository.ts";
import type { PageState } from "./state.ts";
import type { Call } from "./verb.ts";
import type { WatchedPage } from "./watched-pages.ts";

/** Looks at a published page, in its Markdown form where the site has one. Asks only for what is new since `known`. */
export async function lookAtPage(call: Call, page: WatchedPage, known: PageState | undefined): Promise<Look> {
  const { terminal } = call;
  try {
    const fetched = await fetchPage(page.url, {
      preferMarkdown: true,
      userAgent: userAgent(readVersion()),
      known: known?.url === undefined ? undefined : { ...validatorsOf(known), url: known.url },
      onProgress: (progress) => terminal.progress?.(show(progress)),
    });
    if (fetched.kind === "unchanged") return { page, outcome: "same" };
    const { text, layout, finalUrl } = fetched;
    return { page, outcome: "page", text, layout, url: finalUrl, ...validatorsOf(fetched) };
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.family === "usage") throw new UsageError(error.message, error.hint);
    return { page, outcome: error.family, problem: error.message, hint: error.hint };
  } finally {
    terminal.progress?.("");
  }
}

/** The version by which a site's owner can tell which program asks. */
function readVersion(): string {
  const { version } = JSON.parse(readFileSync(join(repository, "packages/catalog/package.json"), "utf8")) as {
    version: string;
  };
  return version;
}

function validatorsOf({ etag, lastModified }: { readonly etag?: string; readonly lastModified?: string }) {
  return { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };
}

function show({ phase, url, attempt, received, total, waitMs }: Progress): string {
  const again = attempt > 1 ? ` (try ${attempt})` : "";
  if (phase === "waiting") return `Waiting  ${Math.ceil((waitMs ?? 0) / 1_000)} s before asking ${url} again`;
  if (phase === "asking") return `Asking   ${url}${again}`;
  const of = total === undefined ? "" : ` of ${Math.ceil(total / 1_024)}`;
  return `Reading  ${url}${again}: ${Math.ceil(received / 1_024)}${of} KiB`;
}
