import { vi } from "vitest";

/** No step is timed: this only ends what hangs, on a machine however busy. */
const patience = 120_000;

/**
 * Waits until a check holds: until it throws no more.
 *
 * @param interval Milliseconds between two looks.
 */
export function until<T>(check: () => T | Promise<T>, { interval = 50 } = {}): Promise<T> {
  return vi.waitFor(check, { timeout: patience, interval });
}
