import type { Run } from "./process.ts";
import { median } from "./statistics.ts";

export interface Contender {
  readonly name: string;
  /** Brings the disk into the state that the run starts from; not measured. */
  readonly prepare?: () => void;
  readonly run: () => Run;
}

export interface Figures {
  readonly name: string;
  readonly median: number;
  readonly fastest: number;
  readonly slowest: number;
  /** Median peak memory in MiB. */
  readonly memory: number;
}

/** Runs the contenders in turn, round after round, so that a machine that slows down hits all alike. */
export function interleave(
  contenders: readonly Contender[],
  { rounds, warmUp = 1 }: { readonly rounds: number; readonly warmUp?: number },
): readonly Figures[] {
  const runs = contenders.map((): Run[] => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, { prepare, run }] of contenders.entries()) {
      prepare?.();
      const result = run();
      if (round >= 0) runs[index]?.push(result);
    }
  }
  return contenders.map(({ name }, index) => {
    const own = runs[index] ?? [];
    const times = own.map(({ milliseconds }) => milliseconds);
    return {
      name,
      median: median(times),
      fastest: Math.min(...times),
      slowest: Math.max(...times),
      memory: median(own.map(({ mebibytes }) => mebibytes)),
    };
  });
}
