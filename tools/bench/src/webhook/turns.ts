import type { Contender, Form } from "./contender.ts";

/** A contender with a delivery in one form, ready to be called. */
export interface Entry {
  readonly contender: Contender;
  readonly form: Form;
  readonly call: () => unknown;
}

/**
 * Lets the entries take turns, round after round, in another order each time. Gives the microseconds of one call, by
 * entry and round.
 */
export async function takeTurns(
  entries: readonly Entry[],
  { rounds, warmUp, calls }: { readonly rounds: number; readonly warmUp: number; readonly calls: number },
): Promise<readonly (readonly number[])[]> {
  const times = entries.map((): number[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const { entry, index } of shuffled(entries.map((entry, index) => ({ entry, index })))) {
      // What one has thrown away must not be swept up in the time of the next.
      globalThis.gc?.();
      const { call, contender } = entry;
      const milliseconds = contender.waits ? await timeWaiting(call, calls) : time(call, calls);
      if (round >= 0) times[index]?.push((milliseconds / calls) * 1_000);
    }
  }
  return times;
}

function time(call: () => unknown, calls: number): number {
  const start = performance.now();
  for (let left = calls; left > 0; left--) call();
  return performance.now() - start;
}

async function timeWaiting(call: () => unknown, calls: number): Promise<number> {
  const start = performance.now();
  for (let left = calls; left > 0; left--) await call();
  return performance.now() - start;
}

function shuffled<T>(items: readonly T[]): readonly T[] {
  return items
    .map((item) => ({ item, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}
