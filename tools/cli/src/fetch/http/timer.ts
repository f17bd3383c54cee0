/** Something that a timer can end. */
interface Endable {
  destroy(error: Error): unknown;
}

/** A running limit. `again` starts its time anew, `off` calls it off. */
export interface Timer {
  again(): void;
  off(): void;
}

/** Ends a request or an answer with an error when the time is over. */
export function within(ms: number, target: Endable, error: () => Error): Timer {
  // Node takes a longer time than this for none at all.
  const timer = setTimeout(() => target.destroy(error()), Math.min(Math.max(ms, 0), 2 ** 31 - 1));
  return { again: () => timer.refresh(), off: () => clearTimeout(timer) };
}
