import type { Catalog } from "@flow-catalog/catalog";
import type { Change } from "./change/change.ts";
import { diff } from "./compare/diff.ts";
import { proposeRenames, type RenameProposal } from "./rename/propose.ts";
import type { Bump } from "./version/bump.ts";
import { bumpOf, bumpOfChange } from "./version/bump-of.ts";
import { type Extent, extentOf } from "./version/extent.ts";
import { meaningOf } from "./version/meaning.ts";
import { bumpsOfPackages, type PackageBump, type PackageFacts } from "./version/packages.ts";

/** All there is to say of the step from one catalog to another. Plain data, ready for JSON. */
export interface Report {
  readonly bump: Bump;
  readonly extent: Extent;
  readonly packages: readonly PackageBump[];
  readonly changes: readonly ExplainedChange[];
  /** Renames to confirm by hand. */
  readonly renames: readonly RenameProposal[];
}

/** A change with the version step it asks for and what it means for those who depend on it. */
export type ExplainedChange = Change & { readonly bump: Bump; readonly meaning: string };

/** Compares two catalogs and says what follows. */
export function reportOf(before: Catalog, after: Catalog, packages: readonly PackageFacts[] = []): Report {
  const changes = diff(before, after);
  return {
    bump: bumpOf(changes),
    extent: extentOf(changes),
    packages: bumpsOfPackages(changes, packages),
    changes: changes.map((change) => ({ ...change, bump: bumpOfChange(change), meaning: meaningOf(change) })),
    renames: proposeRenames(before, after),
  };
}

/** A catalog without a page, to compare the first one with. */
export function emptyCatalog({ $schema }: Pick<Catalog, "$schema">): Catalog {
  return { $schema, format: 1, pages: {}, vocabularies: {} };
}
