import { deliveryOf } from "./deliveries.ts";
import type { Filling } from "./figures.ts";
import type { Store } from "./questions.ts";

const BATCH = 5_000;

/** Fills a store with so many deliveries. The next batch is made while the store keeps the one before. */
export async function fill(store: Store, count: number, onProgress: (done: number) => void): Promise<Filling> {
  const start = performance.now();
  let kept: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < count; from += BATCH) {
    const batch = Array.from({ length: Math.min(BATCH, count - from) }, (_, index) => deliveryOf(from + index, count));
    await kept;
    kept = store.append(batch);
    if ((from / BATCH) % 20 === 0) onProgress(from);
  }
  await kept;
  return { filled: performance.now() - start, fillingMebibytes: process.resourceUsage().maxRSS / 1024 };
}
