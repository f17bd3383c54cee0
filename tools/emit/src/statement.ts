/**
 * The statements that generated TypeScript consists of, as data. Emitters make them, `print` prints them: so what is
 * emitted can be tested without a printer, and only one file knows the printer.
 */
export type Statement =
  | Import
  | ExportAll
  | TypeAlias
  | Interface
  | EnumStatement
  | FlatConstants
  | Constant
  | FunctionStatement;

/** A TypeScript file to print. */
export interface SourceFile {
  /** Relative to the emitter's folder, with `/`. */
  readonly path: string;
  /** Lines of the comment at the top, without their slashes. */
  readonly header: readonly string[];
  readonly statements: readonly Statement[];
}

/** Lines of a JSDoc comment, escaped. */
export type Doc = readonly string[];

interface Documented {
  readonly docs: Doc;
}

interface Named extends Documented {
  readonly name: string;
}

/** `import type { A, B as C } from "./d.js"`, or `import { a } from "./d.js"`. */
export interface Import {
  readonly kind: "import" | "import values";
  readonly names: readonly (string | { readonly name: string; readonly alias: string })[];
  readonly from: string;
}

/** `export * from "./a.js"` */
export interface ExportAll {
  readonly kind: "export";
  readonly from: string;
}

/** `type A = ...` */
export interface TypeAlias extends Named {
  readonly kind: "type";
  readonly exported: boolean;
  readonly typeParameters?: readonly string[];
  readonly type: string;
}

/**
 * `export interface A { ... }`, every property read-only, or `export type A = { ... }`: what is written as a type fits
 * where other properties are allowed, an interface does not.
 */
export interface Interface extends Named {
  readonly kind: "interface" | "object type";
  readonly typeParameters?: readonly string[];
  readonly properties: readonly Property[];
  /** Type of properties that are not named. */
  readonly others?: string;
}

export interface Property extends Documented {
  /** As it stands in source: quoted where it is no identifier. */
  readonly name: string;
  readonly type: string;
  readonly optional?: boolean;
}

/** `export enum A { ... }` */
export interface EnumStatement extends Named {
  readonly kind: "enum";
  readonly members: Iterable<Member>;
}

export interface Member extends Named {
  /** As it stands in source. */
  readonly value: string;
}

/** `export const A = ...` for each member, in one block. */
export interface FlatConstants {
  readonly kind: "constants";
  readonly members: Iterable<Member>;
}

/** `export const a: T = ...` */
export interface Constant extends Named {
  readonly kind: "const";
  readonly exported: boolean;
  readonly type: string;
  readonly value: string | ElementsLiteral;
}

/** An expression around elements, each on a line or lines of its own. */
export interface ElementsLiteral {
  /** Up to and with the opening bracket. */
  readonly open: string;
  readonly elements: Iterable<string>;
  /** The closing bracket, and what follows it. */
  readonly close: string;
}

/** `export function a(...): T { ... }` */
export interface FunctionStatement extends Named {
  readonly kind: "function";
  readonly exported: boolean;
  readonly typeParameters?: readonly string[];
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returns: string;
  readonly body: string;
}
