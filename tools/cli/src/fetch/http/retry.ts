import type { FetchErrorCode } from "../codes.ts";
import { FetchError } from "../fetch-error.ts";
import type { PageForm } from "../fetched.ts";
import type { Settings } from "../options.ts";
import { report, type Trip } from "../trip.ts";
import { waitBefore } from "./wait.ts";

/** What may be over in a moment. A certificate, a server that speaks no HTTP and a spent total are not. */
const passing: ReadonlySet<FetchErrorCode> = new Set([
  "host-unknown",
  "connection-failed",
  "connection-lost",
  "no-answer",
  "stalled",
  "cut-short",
  "server-error",
  "server-busy",
]);

/** Tries until it works, until trying again is of no use, or until time or tries are used up. */
export async function retrying<T>(
  asked: URL,
  form: PageForm,
  settings: Settings,
  work: (trip: Trip) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const trip: Trip = { asked, form, attempt, settings };
    try {
      return await work(trip);
    } catch (error) {
      const waitMs = error instanceof FetchError ? waitAfter(error, trip) : undefined;
      if (waitMs === undefined) throw error;
      report(trip, asked, { phase: "waiting", received: 0, waitMs });
      await settings.clock.sleep(waitMs);
    }
  }
}

/** How long to wait before the next try; undefined where there is none. */
function waitAfter(error: FetchError, { attempt, settings }: Trip): number | undefined {
  const { limits, clock, deadline } = settings;
  const { retryAfterMs = 0 } = error;
  if (!passing.has(error.code) || attempt > limits.retries || retryAfterMs > limits.longestRetryAfterMs)
    return undefined;
  const waitMs = waitBefore(attempt, clock.random(), retryAfterMs, limits);
  return clock.now() + waitMs < deadline ? waitMs : undefined;
}
