import type { Limits } from "../options.ts";

/**
 * How long to wait before the next try: doubled each time, with up to half of it left to chance so that many who were
 * turned away together do not come back together; never shorter than the server asks for.
 *
 * @param retry 1 before the second try
 * @param random at least 0, less than 1
 */
export function waitBefore(retry: number, random: number, retryAfterMs: number, limits: Limits): number {
  const longest = Math.min(limits.longestWaitMs, limits.firstWaitMs * 2 ** (retry - 1));
  return Math.max(Math.round(longest * (0.5 + random / 2)), retryAfterMs);
}
