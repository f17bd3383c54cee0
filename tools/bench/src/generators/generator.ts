import type { Vocabulary } from "./vocabulary.ts";

/** A program that makes TypeScript of a vocabulary. It is started in a folder of its own, and writes into `out`. */
export interface Generator {
  /** Its name, with its version where that is pinned here. */
  readonly name: string;
  /** What it is given, in a few words. */
  readonly input: string;
  /**
   * The input's files by name. `earlier` is what the same folder held before, for a language whose authors take care of
   * it.
   */
  readonly files: (
    vocabularies: readonly Vocabulary[],
    earlier: readonly Vocabulary[],
  ) => Readonly<Record<string, string>>;
  /** Arguments of Node. */
  readonly command: readonly string[];
  /** The same, watching its input; absent where it cannot watch. */
  readonly watch?: readonly string[];
  /** Programs that print one member, each in another way; absent where the output has nothing to import. */
  readonly constants?: (vocabulary: string, member: string) => readonly string[];
}
