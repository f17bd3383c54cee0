import { vocabularyOf } from "../apply/scope.ts";
import type { Change } from "../change/change.ts";
import type { Bump } from "./bump.ts";
import { bumpOf, bumpOfChange } from "./bump-of.ts";

/** What must be known of a published package to tell how a change of the catalog concerns it. */
export interface PackageFacts {
  /** Name on the registry: `@flow-catalog/events`. */
  readonly name: string;
  /**
   * `catalog` for a package that publishes the catalog or is generated from all of it: it takes every bump. A list of
   * vocabulary ids for one whose types grow with those vocabularies: it takes the bump of what adds to them or breaks
   * them; a text that changes alters nothing in it.
   */
  readonly follows: "catalog" | readonly string[];
}

export interface PackageBump {
  readonly name: string;
  readonly bump: Bump;
}

/** The version step of each package, `none` included, in the order given. */
export function bumpsOfPackages(changes: readonly Change[], packages: readonly PackageFacts[]): readonly PackageBump[] {
  return packages.map(({ name, follows }) => {
    if (follows === "catalog") return { name, bump: bumpOf(changes) };
    const concerning = changes.filter((change) => {
      const vocabulary = vocabularyOf(change);
      return vocabulary !== undefined && follows.includes(vocabulary) && bumpOfChange(change) !== "patch";
    });
    return { name, bump: bumpOf(concerning) };
  });
}
