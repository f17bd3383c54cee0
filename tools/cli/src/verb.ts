import type { ParseArgsOptionsConfig } from "node:util";
import type { ExitCode } from "./exit.ts";

/** A verb's options as parsed: `--from x` is `{ from: "x" }`. */
export interface Options {
  readonly [name: string]: string | boolean | undefined;
}

/** What a verb is called with. */
export interface Call {
  readonly options: Options;
  readonly args: readonly string[];
  readonly terminal: Terminal;
  /** The folder the caller stood in; paths on the command line are relative to it. */
  readonly cwd: string;
  readonly now: () => Date;
  /** Aborted when a verb that goes on for ever shall end. */
  readonly signal: AbortSignal;
}

/** Where words go. Results to `out`, remarks to `err`, so that `--json` on `out` stays pure. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Paints text for `out` if that is a terminal which wants colours. */
  readonly paint: Paint;
  /** Shows how far a long step is, in place of what it showed before; only where a person watches. */
  readonly progress?: (line: string) => void;
  /** Columns, where output goes to a terminal. */
  readonly width?: number;
}

export type Style = "bold" | "dim" | "red" | "green" | "yellow" | "cyan";
export type Paint = (style: Style, text: string) => string;

/** What stands in the list of verbs: enough for `--help`, so that nothing else is loaded for it. */
export interface VerbSummary {
  readonly name: string;
  readonly arguments: string;
  readonly summary: string;
  readonly options: Readonly<Record<string, OptionHelp>>;
  readonly examples: readonly string[];
  readonly load: () => Promise<Verb>;
}

export type Verb = (call: Call) => Promise<ExitCode>;

export interface OptionHelp {
  readonly type: NonNullable<ParseArgsOptionsConfig[string]>["type"];
  /** What stands for the value in the help: `<file>`. */
  readonly value?: string;
  readonly help: string;
}
