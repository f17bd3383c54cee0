/** What became of one version of a package: the line of the table. */
export interface Row {
  readonly name: string;
  readonly version: string;
  readonly files: number;
  /** Bytes of the tarball, and of what is in it. */
  readonly packed: number;
  readonly unpacked: number;
  readonly uses: readonly Use[];
}

/** How one package fared with one package manager. */
export interface Use {
  readonly client: string;
  readonly installed: boolean;
  readonly worked: boolean;
}
