import { allowedUrl } from "./allowed-url.ts";
import { FetchError } from "./fetch-error.ts";
import type { Fetched, PageForm } from "./fetched.ts";
import { type Received, receive } from "./http/receive.ts";
import { retrying } from "./http/retry.ts";
import { judge } from "./judge/judge.ts";
import { layoutOf } from "./judge/layout.ts";
import { linkedMarkdown, markdownUrls } from "./markdown-urls.ts";
import { type FetchOptions, type Settings, settingsOf } from "./options.ts";
import type { Trip } from "./trip.ts";

export type { FetchErrorCode } from "./codes.ts";
export { FetchError } from "./fetch-error.ts";
export type { Fetched } from "./fetched.ts";
export { type FetchOptions, type Progress, userAgent } from "./options.ts";

/**
 * Fetches a documentation page.
 *
 * Every other ending is a `FetchError`: `unreachable` where nobody could look, `refused` where what came is not the
 * page, `usage` where the address is one that is never fetched. With `preferMarkdown`, the Markdown form of the page is
 * asked for first; a 404 or an HTML answer means that there is none, and any other failure is a failure.
 *
 * @param url an absolute http or https address
 * @throws {FetchError}
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<Fetched> {
  const asked = allowedUrl(url);
  const settings = settingsOf(options);
  return options.preferMarkdown === true ? await markdownOrPage(asked, settings) : await pageAt(asked, settings);
}

async function markdownOrPage(asked: URL, settings: Settings): Promise<Fetched> {
  const guesses = markdownUrls(asked);
  for (const guess of guesses) {
    const found = await markdownAt(guess, settings);
    if (found !== undefined) return found;
  }
  const page = await pageAt(asked, settings);
  if (page.kind === "unchanged" || page.layout !== "html") return page;
  const linked = linkedMarkdown(page.text, new URL(page.finalUrl));
  if (linked === undefined || guesses.some(({ href }) => href === linked.href)) return page;
  return (await markdownAt(linked, settings)) ?? page;
}

async function pageAt(asked: URL, settings: Settings): Promise<Fetched> {
  return await retrying(asked, "page", settings, async (trip) => fetched(trip, await receive(trip)));
}

/** The Markdown form at an address; undefined where there is none. */
async function markdownAt(asked: URL, settings: Settings): Promise<Fetched | undefined> {
  return await retrying(asked, "markdown", settings, async (trip) => {
    const received = await found(receive(trip));
    if (received === undefined) return undefined;
    if (received.kind === "answer" && layoutOf(received, asked) === "html") return undefined;
    return fetched(trip, received);
  });
}

async function found(receiving: Promise<Received>): Promise<Received | undefined> {
  try {
    return await receiving;
  } catch (error) {
    if (error instanceof FetchError && error.code === "not-found") return undefined;
    throw error;
  }
}

function fetched(trip: Trip, received: Received): Fetched {
  const { validators } = received;
  const form: PageForm = trip.form;
  const from = { form, url: trip.asked.href, finalUrl: received.url.href, ...validators };
  if (received.kind === "unchanged") return { kind: "unchanged", ...from };
  return { kind: "page", ...judge(trip, received), ...from };
}
