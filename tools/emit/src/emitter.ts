import type { Catalog } from "@flow-catalog/catalog";

/** A file as text. The path is relative to the folder that the emitter owns, with `/` on every system. */
export interface EmittedFile {
  readonly path: string;
  readonly text: string;
}

/** All that an emitter may know. The same input gives the same bytes. */
export interface EmitInput {
  readonly catalog: Catalog;
  /** Name of the catalog: "Veriff end-user flow events". */
  readonly title: string;
  /** Version of the packages that the files go into. */
  readonly version: string;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Turns a catalog into files. Pure: no disk, no clock, no console. */
export interface Emitter {
  readonly id: string;
  emit(input: EmitInput): readonly EmittedFile[] | Promise<readonly EmittedFile[]>;
}
