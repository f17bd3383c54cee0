import type { PaintStyle, TerminalOptions } from "@tools/diff";
import type { Style, Terminal } from "../verb.ts";

const styles: Readonly<Record<PaintStyle, Style>> = {
  heading: "bold",
  added: "green",
  gone: "red",
  changed: "yellow",
  quiet: "dim",
};

/** The terminal's colours and width, in the words of a report. */
export function paintReport({ paint, width }: Terminal): TerminalOptions {
  return {
    paint: (style, text) => (text === "" ? text : paint(styles[style], text)),
    ...(width === undefined ? {} : { width }),
  };
}
