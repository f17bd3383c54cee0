import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PackedPackage } from "../packed/packed-package.ts";

/** What users may be made to pay: `test/budgets.json` of a package. All sizes are in bytes. */
export interface Budgets {
  /** The tarball, and what is in it. */
  readonly install: { readonly packed: number; readonly unpacked: number };
  readonly bundles?: readonly BundleBudget[];
}

export interface BundleBudget {
  /** What is paid for, in words. */
  readonly what: string;
  /** A module that imports it. `VALUE` in it is the name of the longest value of `longest`, so that every other costs less. */
  readonly code: string;
  readonly longest?: string;
  /** What of the bundle is the module's own, and not counted. */
  readonly around?: string;
  /** At most this much, minified; 0 where nothing may be left. */
  readonly minified?: number;
  /** At most this much, minified and compressed by gzip. */
  readonly gzip?: number;
  /** Parts of paths: no module with one of them may be left in the bundle. */
  readonly without?: readonly string[];
}

export function budgetsOf({ source }: PackedPackage): Budgets | undefined {
  const file = join(source, "test/budgets.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}
