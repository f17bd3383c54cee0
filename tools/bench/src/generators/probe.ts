import { bundledJavaScript, bundledTypeScript } from "./bundle.ts";
import { compileError } from "./compiles.ts";
import { hostileTexts, hostileValues, PLANTED, seed, withDeprecated, withValueAbove } from "./corpora.ts";
import {
  deprecationCarried,
  descriptionsExact,
  harm,
  hasNames,
  membersKept,
  namesMoved,
  type Output,
  orderKept,
  outputOf,
  type Share,
  valuesKept,
} from "./facts.ts";
import type { Generator } from "./generator.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { complaint, type Outcome, type Workshop, workshop } from "./workshop.ts";

/** What holds of a generator's output: measured, refused by the generator in its own words, or not to be expressed. */
export type Finding<T> = { readonly found: T } | { readonly error: string } | { readonly impossible: true };

/** Everything that is asked of every generator. */
export interface Findings {
  readonly members: Finding<Share>;
  readonly values: Finding<Share>;
  readonly descriptions: Finding<Share>;
  readonly deprecation: Finding<boolean>;
  readonly order: Finding<boolean>;
  /** The first error of a strict compiler; null where there is none. */
  readonly compiles: Finding<string | null>;
  readonly deterministic: Finding<boolean>;
  /** The names that moved when a value was inserted above. */
  readonly inserted: Finding<readonly string[]>;
  /** The same, when that value wants a name that is taken. */
  readonly collided: Finding<readonly string[]>;
  /** What hostile descriptions did; null where they did nothing. */
  readonly hostileTexts: Finding<string | null>;
  /** The same of hostile values. */
  readonly hostileValues: Finding<string | null>;
  /** Bytes of a minified program for one value, where the bundler reads the TypeScript itself. */
  readonly bytes: Finding<number>;
  /** The same, where the output was compiled to JavaScript first, as in every published package. */
  readonly bytesCompiled: Finding<number>;
}

/** Puts a generator to every question, each in a folder of its own. What remembers starts from the real values. */
export async function probe(generator: Generator): Promise<Findings> {
  const real = seed();
  const shop = workshop(generator);
  try {
    shop.give(real);
    const made = shop.run();
    const ask = (vocabularies: readonly Vocabulary[]) => later(generator, shop, real, vocabularies);
    const of = <T>(question: (output: Output) => T) => finding(made, real, question);
    const deprecated = withDeprecated(real, "No longer documented.");
    return {
      members: of(membersKept),
      values: of(valuesKept),
      descriptions: of(descriptionsExact),
      order: of(orderKept),
      compiles: of(() => compileError(shop.folder, [...shop.read().keys()]) ?? null),
      deterministic: again(made, afresh(generator, real)),
      deprecation: finding(ask(deprecated), deprecated, deprecationCarried),
      inserted: moved(made, real, ask, "zz_value_from_later"),
      collided: moved(made, real, ask, collidingWith(real)),
      hostileTexts: finding(afresh(generator, hostileTexts), hostileTexts, harmed),
      hostileValues: finding(afresh(generator, hostileValues), hostileValues, harmed),
      bytes: await bytes(generator, shop, made, real, bundledTypeScript),
      bytesCompiled: await bytes(generator, shop, made, real, bundledJavaScript),
    };
  } finally {
    shop.remove();
  }
}

/** A run in an empty folder. */
function afresh(generator: Generator, vocabularies: readonly Vocabulary[]): Outcome {
  const shop = workshop(generator);
  try {
    shop.give(vocabularies);
    return shop.run();
  } finally {
    shop.remove();
  }
}

/** A run after the real values have changed. */
function later(
  generator: Generator,
  like: Workshop,
  earlier: readonly Vocabulary[],
  vocabularies: readonly Vocabulary[],
): Outcome {
  const shop = workshop(generator, like);
  try {
    shop.give(vocabularies, earlier);
    return shop.run();
  } finally {
    shop.remove();
  }
}

function finding<T>(outcome: Outcome, vocabularies: readonly Vocabulary[], ask: (output: Output) => T): Finding<T> {
  if (outcome.files === undefined) return { error: outcome.error };
  return { found: ask(outputOf(vocabularies, [...outcome.files.values()])) };
}

function again(first: Outcome, second: Outcome): Finding<boolean> {
  if (second.files === undefined) return { error: second.error };
  return { found: JSON.stringify([...second.files]) === JSON.stringify([...(first.files ?? [])]) };
}

function moved(
  made: Outcome,
  real: readonly Vocabulary[],
  ask: (vocabularies: readonly Vocabulary[]) => Outcome,
  value: string,
): Finding<readonly string[]> {
  if (made.files === undefined) return { error: made.error };
  const before = outputOf(real, [...made.files.values()]);
  if (!hasNames(before)) return { impossible: true };
  const vocabularies = withValueAbove(real, value);
  return finding(ask(vocabularies), vocabularies, (after) => namesMoved(before, after));
}

/** A value that differs from the first only in its capitals: another value, and for many the same name. */
export function collidingWith([first]: readonly Vocabulary[]): string {
  return (first?.words[0]?.value ?? "").replace(/(?<![a-z])[a-z]/g, (letter) => letter.toUpperCase());
}

const harmed = (output: Output): string | null => harm(output, PLANTED) ?? null;

type Bundle = (folder: string, program: string) => Promise<number>;

/** The cheapest of the ways in which a generator's output gives one value, the longest of the first vocabulary. */
async function bytes(
  { constants }: Generator,
  shop: Workshop,
  made: Outcome,
  [vocabulary]: readonly Vocabulary[],
  bundle: Bundle,
): Promise<Finding<number>> {
  if (made.files === undefined || vocabulary === undefined) return { error: made.error ?? "" };
  const [output] = outputOf([vocabulary], [...made.files.values()]).vocabularies;
  const longest = output?.pairs.toSorted((a, b) => b.word.value.length - a.word.value.length)[0]?.member;
  if (constants === undefined || longest?.name === undefined) return { impossible: true };
  const sizes: number[] = [];
  try {
    for (const program of constants(vocabulary.name, longest.name)) sizes.push(await bundle(shop.folder, program));
  } catch (error) {
    return { error: complaint((error as Error).message) };
  }
  return { found: Math.min(...sizes) };
}
