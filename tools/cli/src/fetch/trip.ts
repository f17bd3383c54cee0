import type { FetchErrorCode } from "./codes.ts";
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

/** The failure of a step, with what the trip knows of it. */
export function failure(
  trip: Trip,
  at: URL,
  code: FetchErrorCode,
  what: string,
  more: Pick<Failure, "hint" | "status" | "retryAfterMs" | "cause"> = {},
): FetchError {
  return new FetchError({ ...more, code, what, url: trip.asked, at, tries: trip.attempt });
}

export function report(trip: Trip, at: URL, progress: Pick<Progress, "phase" | "received" | "total" | "waitMs">): void {
  trip.settings.onProgress({ url: showUrl(at), attempt: trip.attempt, ...progress });
}
