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

/** A bucket of time for each name: full at first, a try takes its part of it, and it fills up as time goes by. */
export function createRateLimit({ tries, within, clock, names }: RateLimitOptions): RateLimit {
  const buckets = new Map<string, { readonly level: number; readonly at: number }>();
  const perTry = within / tries;
  return {
    take(name) {
      const now = clock();
      const { level, at } = buckets.get(name) ?? { level: within, at: now };
      const filled = Math.min(within, level + Math.max(0, now - at));
      buckets.delete(name);
      buckets.set(name, { level: filled < perTry ? filled : filled - perTry, at: now });
      const [oldest] = buckets.keys();
      if (buckets.size > names && oldest !== undefined) buckets.delete(oldest);
      return filled < perTry ? Math.ceil(perTry - filled) : 0;
    },
    forgive: (name) => void buckets.delete(name),
  };
}
