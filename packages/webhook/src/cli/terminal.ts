import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";

/** What the command touches outside itself. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** A file's bytes; those of standard input for `-`. */
  read(path: string): Promise<Uint8Array>;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the command is asked to stop. */
  readonly stop: AbortSignal;
}

/** The real one. */
export function terminal(): Terminal {
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  return {
    out: (line) => void process.stdout.write(`${line}\n`),
    err: (line) => void process.stderr.write(`${line}\n`),
    read: (path) => (path === "-" ? buffer(process.stdin) : readFile(path)),
    env: process.env,
    stop: stop.signal,
  };
}
