/** Numbers for tests with more cases than fast-check can make in their time. The same seed gives the same numbers. */
export function randomOf(seed: number) {
  let state = seed >>> 0;
  /** A whole number below `limit`. */
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return { below, pick: <T>(values: readonly T[]): T => values[below(values.length)]! };
}

/** A new seed for each run, unless one is given to repeat a failure. */
export const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 32));
