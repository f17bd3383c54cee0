import { codes, type FetchErrorCode, type FetchFamily } from "./codes.ts";
import { showUrl } from "./show.ts";

/** What the place that found the failure knows of it. */
export interface Failure {
  readonly code: FetchErrorCode;
  /** What happened, as the second half of a sentence: `the server answered 404 Not Found`. */
  readonly what: string;
  /** The address that was asked for. */
  readonly url: URL | string;
  /** The address that failed, where redirects led to another one. */
  readonly at?: URL | undefined;
  /** How often it was tried. 0: nothing was sent. */
  readonly tries: number;
  /** Replaces the hint of the code. */
  readonly hint?: string | undefined;
  readonly status?: number | undefined;
  /** How long the server asks to stay away, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  readonly cause?: unknown;
}

const opening: Readonly<Record<FetchFamily, string>> = {
  usage: "Cannot fetch",
  unreachable: "Could not look at",
  refused: "Refused",
};

/**
 * A page that was not fetched. `family` tells whether nobody could look (`unreachable`) or what came is not the page
 * (`refused`). Message, hint and `url` hold neither credentials nor the values of a query.
 */
export class FetchError extends Error {
  override readonly name = "FetchError";
  readonly code: FetchErrorCode;
  readonly family: FetchFamily;
  /** How to fix it, in a sentence. */
  readonly hint: string;
  /** The address that was asked for, fit to be shown. */
  readonly url: string;
  /** How often it was tried. 0: nothing was sent. */
  readonly tries: number;
  /** The HTTP status, where the answer's status is what is wrong. */
  readonly status: number | undefined;
  /** How long the server asks to stay away, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(failure: Failure) {
    const { family, hint } = codes[failure.code];
    super(`${opening[family]} ${where(failure)}: ${failure.what}${tried(failure.tries)}`, { cause: failure.cause });
    this.code = failure.code;
    this.family = family;
    this.hint = failure.hint ?? hint;
    this.url = showUrl(failure.url);
    this.tries = failure.tries;
    this.status = failure.status;
    this.retryAfterMs = failure.retryAfterMs;
  }
}

function where({ url, at }: Failure): string {
  const asked = showUrl(url);
  const reached = at === undefined ? asked : showUrl(at);
  return reached === asked ? asked : `${asked} (redirected to ${reached})`;
}

function tried(tries: number): string {
  return tries > 1 ? ` (${tries} tries)` : "";
}
