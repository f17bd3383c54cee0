/**
 * How much each word says, learned from all texts of a vocabulary: a word that every description shares ("the screen is
 * shown") says little, one that few share says much.
 */
export type Weights = (word: string) => number;

export function weightsOf(texts: readonly ReadonlySet<string>[]): Weights {
  const counts = new Map<string, number>();
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => Math.log(1 + texts.length / (counts.get(word) ?? 1));
}

export function weigh(words: Iterable<string>, weights: Weights): number {
  let sum = 0;
  for (const word of words) sum += weights(word);
  return sum;
}

/** The weight of the shared words against that of all words, from 0 to 1. */
export function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>, weights: Weights): number {
  const shared = weigh(
    [...a].filter((word) => b.has(word)),
    weights,
  );
  const all = weigh(a, weights) + weigh(b, weights) - shared;
  return all === 0 ? 0 : shared / all;
}
