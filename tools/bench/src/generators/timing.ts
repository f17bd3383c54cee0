import { type Figures, interleave } from "../interleave.ts";
import { runNode } from "../process.ts";
import { treeMemory } from "../tree-memory.ts";
import { compileError } from "./compiles.ts";
import { descriptionsExact, membersKept, outputOf, type Share } from "./facts.ts";
import type { Generator } from "./generator.ts";
import type { Vocabulary } from "./vocabulary.ts";
import { type Workshop, workshop } from "./workshop.ts";

/** What it costs to run a generator, and what came of it. */
export interface Cost {
  readonly cold: Figures;
  /** Of a second run, when nothing has changed. */
  readonly again: Figures;
  /** Peak memory of the program and of those that it starts, in MiB. */
  readonly memory: number;
  readonly members: Share;
  readonly descriptions: Share;
  /** The first error of a strict compiler. */
  readonly error: string | undefined;
}

/** Runs all generators on one vocabulary, in turn, every run a new process; those that fail have no cost. */
export async function costs(
  generators: readonly Generator[],
  vocabularies: readonly Vocabulary[],
  rounds: { readonly cold: number; readonly again: number; readonly warmUp: number },
): Promise<readonly Cost[]> {
  const shops = generators.map((generator) => ({ generator, shop: workshop(generator) }));
  try {
    for (const { shop } of shops) shop.give(vocabularies);
    const contenders = shops.map(({ generator: { name, command }, shop }) => ({
      name,
      run: () => runNode(command, shop.folder),
    }));
    const cold = interleave(
      contenders.map((contender, index) => ({ ...contender, prepare: () => shops[index]?.shop.clean() })),
      { rounds: rounds.cold, warmUp: rounds.warmUp },
    );
    const again = interleave(contenders, { rounds: rounds.again, warmUp: rounds.warmUp });
    const results: Cost[] = [];
    for (const [index, { generator, shop }] of shops.entries()) {
      results.push({ ...(await cost(generator, shop, vocabularies)), ...at(cold, again, index) });
    }
    return results;
  } finally {
    for (const { shop } of shops) shop.remove();
  }
}

function at(cold: readonly Figures[], again: readonly Figures[], index: number): Pick<Cost, "cold" | "again"> {
  const [one, two] = [cold[index], again[index]];
  if (one === undefined || two === undefined) throw new RangeError(`There is no contender ${index}`);
  return { cold: one, again: two };
}

async function cost({ command }: Generator, shop: Workshop, vocabularies: readonly Vocabulary[]) {
  shop.clean();
  const memory = await treeMemory(command, shop.folder);
  const files = shop.read();
  const output = outputOf(vocabularies, [...files.values()]);
  return {
    memory,
    members: membersKept(output),
    descriptions: descriptionsExact(output),
    error: compileError(shop.folder, [...files.keys()]),
  };
}
