import type { Manifest } from "./manifest.ts";

/** A package as its user gets it: packed, and unpacked again into a project outside the repository. */
export interface PackedPackage {
  /** Its folder in the repository, `packages/events`. */
  readonly at: string;
  /** The same as a full path. */
  readonly source: string;
  readonly tarball: string;
  /** What is in the tarball: paths with `/`, sorted. */
  readonly files: readonly string[];
  readonly manifest: Manifest;
  /**
   * A project in which every package of the repository is installed from its tarball, and the others that this one is
   * developed with are linked. The tarball is also unpacked beside `node_modules`, for tools that pass over what is in there.
   */
  readonly project: string;
  /** The tarball unpacked in `node_modules` of the project. */
  readonly installed: string;
  /** The tarball unpacked beside it. */
  readonly unpacked: string;
}

/** A repository and its packages, packed. */
export interface World {
  readonly root: string;
  readonly packages: readonly PackedPackage[];
  /** Removes everything that was made for it. */
  remove(): Promise<void>;
}
