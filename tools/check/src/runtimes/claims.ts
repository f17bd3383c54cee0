/** Where a package says that it runs. */
export interface Claims {
  /** The oldest Node, such as `20.19`. */
  readonly node: string | undefined;
  /** The other runtimes, as the sentence names them. */
  readonly others: readonly string[];
}

/** Reads the sentence of a README that says it: "Runs in Node (20.19 and later), Deno and browsers." */
export function claimsOf(readme: string): Claims | undefined {
  const [, sentence] = /\bRuns in ([^\n]+?)\.(?=\s|$)/.exec(readme) ?? [];
  if (sentence === undefined) return undefined;
  const words = sentence.split(/, | and (?!later)/).map((word) => word.trim());
  const nodes = words.map((word) => /^Node \((\d+(?:\.\d+)*) and later\)$/.exec(word)?.[1]);
  return {
    node: nodes.find((version) => version !== undefined),
    others: words.filter((_, index) => nodes[index] === undefined),
  };
}
