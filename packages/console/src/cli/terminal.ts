import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";
import type { Environment } from "../settings/given.ts";
import { askHidden } from "./ask-hidden.ts";

type Style = Parameters<typeof styleText>[0];

/** What the command touches outside itself. */
export interface Terminal {
  /** A line of the result. */
  out(line: string): void;
  /** A line for the person who waits. */
  err(line: string): void;
  /** Replaces the line before on a screen; says nothing where nobody watches. */
  progress(line: string): void;
  /** In colour where a person reads what `err` writes, plain elsewhere. */
  paint(style: Style, text: string): string;
  /** What is typed after a question is not shown. Piped text is taken as it is. */
  ask(question: string): Promise<string>;
  readonly input: Readable;
  readonly output: Writable;
  readonly env: Environment;
  /** Aborted when the command is asked to stop. A second time, it is ended. */
  readonly stop: AbortSignal;
}

/** The real one. */
export function terminal(): Terminal {
  const { stdin, stdout, stderr } = process;
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  // Whoever reads our output may stop early, as `head` does.
  stdout.on("error", ({ code }: NodeJS.ErrnoException) => {
    if (code === "EPIPE") process.exit(0);
    stderr.write(`Standard output cannot be written (${code}): what it holds is not complete.\n`);
    process.exit(1);
  });
  return {
    out: (line) => void stdout.write(`${line}\n`),
    err: (line) => void stderr.write(`${line}\n`),
    progress: (line) => void (stderr.isTTY && stderr.write(`\r\x1b[2K${line}`)),
    paint: (style, text) => styleText(style, text, { stream: stderr }),
    ask: (question) => askHidden(question, stdin, stderr),
    input: stdin,
    output: stdout,
    env: process.env,
    stop: stop.signal,
  };
}
