import { readFileSync } from "node:fs";
import { join, posix } from "node:path";

export interface SourceMap {
  /** Path of the map in the package. */
  readonly map: string;
  /** Paths of the files that it maps to. */
  readonly sources: readonly string[];
  /** Whether it carries the text of all its sources. */
  readonly embedded: boolean;
}

/** The maps in a package, of code and of declarations. */
export function sourceMapsOf(folder: string, files: readonly string[]): readonly SourceMap[] {
  return files
    .filter((file) => file.endsWith(".map"))
    .map((map) => {
      const {
        sources = [],
        sourceRoot = "",
        sourcesContent = [],
      } = JSON.parse(readFileSync(join(folder, map), "utf8"));
      return {
        map,
        sources: sources.map((source: string) => posix.join(posix.dirname(map), sourceRoot, source)),
        embedded:
          sources.length > 0 && sources.every((_: string, index: number) => typeof sourcesContent[index] === "string"),
      };
    });
}
