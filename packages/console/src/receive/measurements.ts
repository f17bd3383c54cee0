import type { Summary } from "../server/parts.ts";

const kept = 1_000;

/** The last thousand figures of one kind. Adding one allocates nothing. */
export interface Measurements {
  add(figure: number): void;
  summary(): Summary;
}

export function measurements(): Measurements {
  const ring = new Float64Array(kept);
  let added = 0;
  return {
    add(figure) {
      ring[added++ % kept] = figure;
    },
    summary() {
      const sorted = ring.slice(0, Math.min(added, kept)).sort();
      const at = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? null;
      return { count: sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
    },
  };
}
