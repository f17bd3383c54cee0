import type { PackedPackage } from "../packed/packed-package.ts";
import type { Claims } from "./claims.ts";

/** What a package's program found out about the package, wherever it ran. */
export interface Outcome {
  readonly checks: number;
  readonly failures: readonly string[];
}

/** A place in which packages run. */
export interface Runtime {
  readonly name: string;
  /** What is missing here to run it, if anything is. */
  readonly missing?: string;
  /** Runs the program of a package in each of the ways that users would, by the name of the way. */
  run(packed: PackedPackage, claims: Claims): Promise<ReadonlyMap<string, Outcome>>;
}
