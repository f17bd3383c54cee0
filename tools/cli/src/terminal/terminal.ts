import { styleText } from "node:util";
import type { Terminal } from "../verb.ts";

/** The real terminal. Colours only where standard output is a terminal that wants them. */
export const terminal: Terminal = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  paint: (style, text) => styleText(style, text, { stream: process.stdout }),
  // Clears the line and writes it anew.
  ...(process.stderr.isTTY ? { progress: (line: string) => void process.stderr.write(`\r\u001b[K${line}`) } : {}),
  ...(process.stdout.isTTY ? { width: process.stdout.columns } : {}),
};
