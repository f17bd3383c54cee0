import type { Placement } from "../change/order.ts";

/** The predecessor of each key in a list; null for the first. */
export function predecessors<Key>(keys: readonly Key[]): ReadonlyMap<Key, Key | null> {
  return new Map(keys.map((key, index) => [key, index === 0 ? null : (keys[index - 1] as Key)]));
}

/**
 * The fewest keys whose move turns the old order into the new one. Both lists hold the same keys. Everything outside
 * the longest run that kept its relative order has moved.
 */
export function movedKeys<Key>(before: readonly Key[], after: readonly Key[]): readonly Key[] {
  const positions = new Map(before.map((key, index) => [key, index]));
  const kept = longestIncreasing(after.map((key) => positions.get(key) as number));
  return after.filter((_, index) => !kept.has(index));
}

/** The indexes of a longest increasing subsequence of distinct numbers, by patience sorting: n log n. */
function longestIncreasing(numbers: readonly number[]): ReadonlySet<number> {
  const tops: number[] = [];
  const below: (number | undefined)[] = [];
  for (const [index, number] of numbers.entries()) {
    let low = 0;
    let high = tops.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[tops[middle] as number] as number) < number) low = middle + 1;
      else high = middle;
    }
    below[index] = tops[low - 1];
    tops[low] = index;
  }
  const kept = new Set<number>();
  for (let index = tops.at(-1); index !== undefined; index = below[index]) kept.add(index);
  return kept;
}

/**
 * Puts placed keys in between those that stayed. Two keys never stand behind the same one, so the placements are chains
 * that each begin behind a stayed key or at the front.
 */
export function arrange<Key>(stayed: readonly Key[], placements: readonly Placement<Key>[]): readonly Key[] {
  const next = new Map(placements.map(({ key, after }) => [after, key]));
  const result: Key[] = [];
  for (const anchor of [null, ...stayed]) {
    if (anchor !== null) result.push(anchor);
    for (let key = next.get(anchor); key !== undefined; key = next.get(key)) result.push(key);
  }
  if (result.length !== stayed.length + placements.length) {
    throw new Error("These changes do not belong to this catalog: an item stands behind one that is not there.");
  }
  return result;
}
