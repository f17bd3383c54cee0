import { codes, type FetchErrorCode } from "./codes.ts";
import { type Failure, FetchError } from "./fetch-error.ts";
import type { PageForm } from "./fetched.ts";
import type { Progress, Settings } from "./options.ts";
import { showUrl } from "./show.ts";

/** One try to get one form of a page: what every step of it needs to know. */
export interface Trip {
  readonly asked: URL;
  readonly form: PageForm;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly settings: Settings;
}

/** The Markdown form is our idea or the page's, not the configured address: whoever reads the message must learn that. */
const withoutMarkdown = "This is the page's Markdown form; the page itself can be asked for instead.";

/** The failure of a step, with what the trip knows of it. */
export function failure(
  trip: Trip,
  at: URL,
  code: FetchErrorCode,
  what: string,
  more: Pick<Failure, "hint" | "status" | "retryAfterMs" | "cause"> = {},
): FetchError {
  const hint = more.hint ?? codes[code].hint;
  return new FetchError({
    ...more,
    code,
    what,
    hint: trip.form === "markdown" ? `${hint} ${withoutMarkdown}` : hint,
    url: trip.asked,
    at,
    tries: trip.attempt,
  });
}

export function report(trip: Trip, at: URL, progress: Pick<Progress, "phase" | "received" | "total" | "waitMs">): void {
  trip.settings.onProgress({ url: showUrl(at), attempt: trip.attempt, ...progress });
}
