/** Lets so many tries through in a stretch of time. */
export interface RateLimit {
  /** Milliseconds to wait before the next try of this name; 0 where it may try now, which counts as a try. */
  take(name: string): number;
  /** Forgets the tries of a name: it has shown that it is no guesser. */
  forgive(name: string): void;
}

export interface RateLimitOptions {
  readonly tries: number;
  /** In milliseconds. */
  readonly within: number;
  readonly clock: () => number;
  /** Names that are remembered at most; beyond it, the one that has not tried for longest is forgotten. */
  readonly names: number;
}

/** A bucket for each name: it holds all tries at first, and is filled up evenly in the stretch of time. */
export function createRateLimit({ tries, within, clock, names }: RateLimitOptions): RateLimit {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>();
  const refill = within / tries;
  return {
    take(name) {
      const now = clock();
      const { left, at } = buckets.get(name) ?? { left: tries, at: now };
      const filled = Math.min(tries, left + Math.max(0, now - at) / refill);
      buckets.delete(name);
      buckets.set(name, { left: filled < 1 ? filled : filled - 1, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > names && oldest !== undefined) buckets.delete(oldest);
      return filled < 1 ? Math.ceil((1 - filled) * refill) : 0;
    },
    forgive: (name) => void buckets.delete(name),
  };
}
