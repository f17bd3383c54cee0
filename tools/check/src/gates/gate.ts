import type { PackedPackage, World } from "../packed/packed-package.ts";

/** One thing that must hold, and the only place that knows how to see whether it does. */
export type Gate = PackageGate | RepositoryGate;

/** Looks at one package after the other, each as its user gets it. */
export interface PackageGate {
  readonly name: string;
  /** What holds where it passes. */
  readonly holds: string;
  readonly of: "package";
  look(packed: PackedPackage, world: World, options: GateOptions): Looked | Promise<Looked>;
}

/** Looks at the repository as a whole. */
export interface RepositoryGate {
  readonly name: string;
  readonly holds: string;
  readonly of: "repository";
  look(root: string): Looked | Promise<Looked>;
}

export interface GateOptions {
  /** Whether files that a gate compares with are written instead. */
  readonly update: boolean;
}

/** What a gate saw. A gate that looked at nothing has not passed. */
export interface Looked {
  /** What it looked at, one by one. */
  readonly checked: readonly string[];
  readonly problems: readonly Problem[];
  /** What it could not look at here, and what is missing for it. */
  readonly skipped?: readonly string[];
}

export interface Problem {
  /** What was found, and where. */
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}
