import { median } from "../statistics.ts";
import type { Figures } from "./figures.ts";

const LIMIT = 1.3;

/** The aims, each with what was measured and whether it is reached: the cells of a table. */
export function aims(figures: readonly Figures[]): readonly (readonly string[])[] {
  return [...[false, true].flatMap((waits) => fastest(figures, waits)), ...nearFloor(figures)];
}

/** The kit's time against that of the fastest peer, whatever form of body that one likes best. */
function fastest(figures: readonly Figures[], waits: boolean): readonly (readonly string[])[] {
  const rivals = figures.filter((one) => one.side === "peer" && one.waits === waits);
  const best = rivals.reduce((a, b) => (median(b.times) < median(a.times) ? b : a));
  return figures
    .filter((one) => one.side === "kit" && one.waits === waits)
    .map(({ form, times }) => {
      const ratios = times.map((time, round) => time / (best.times[round] ?? Number.NaN));
      const aim = `fastest ${waits ? "async" : "sync"} form, ${form}: less than ${best.name}, ${best.form}`;
      return judged(aim, ratios, 1);
    });
}

function nearFloor(figures: readonly Figures[]): readonly (readonly string[])[] {
  return figures
    .filter(({ side, waits }) => side === "kit" && !waits)
    .flatMap(({ form, ratios, tunedRatios }) => [
      judged(`sync, ${form}: within ${LIMIT}× of the floor`, ratios, LIMIT),
      judged(`sync, ${form}: within ${LIMIT}× of the floor tuned by hand`, tunedRatios, LIMIT),
    ]);
}

/** What lies on both sides of the limit, for all that the rounds can tell, is neither reached nor missed. */
function judged(aim: string, ratios: readonly number[], limit: number): readonly string[] {
  const [low, high] = medianInterval(ratios);
  const verdict = high < limit ? "yes" : low > limit ? "**no**" : "undecided";
  return [aim, `${median(ratios).toFixed(2)}× (${low.toFixed(2)}–${high.toFixed(2)})`, verdict];
}

/** Where the true median lies, with 95 % confidence, whatever the distribution: by the ranks around the middle one. */
function medianInterval(figures: readonly number[]): readonly [low: number, high: number] {
  const sorted = [...figures].sort((a, b) => a - b);
  const reach = 0.98 * Math.sqrt(sorted.length);
  const low = sorted[Math.max(0, Math.floor(sorted.length / 2 - reach))] ?? Number.NaN;
  const high = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length / 2 + reach))] ?? Number.NaN;
  return [low, high];
}
