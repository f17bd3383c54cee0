import type { Diagnostic } from "@tools/read";
import type { Paint } from "../verb.ts";
import { codeFrame, visible } from "./frame.ts";

/** In the order of a reader: by file, then from top to bottom. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      compare(a.rule, b.rule),
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** `file:line:column`, which terminals and editors make a link of. */
export function where({ file, place }: Diagnostic): string {
  return place === undefined ? file : `${file}:${place.line}:${place.column}`;
}

/** An error in full: place, rule, what was found, the lines around it, and how to fix it. */
export function showError(diagnostic: Diagnostic, text: string | undefined, paint: Paint): string {
  const frame = text === undefined || diagnostic.place === undefined ? "" : codeFrame(text, diagnostic.place, paint);
  return [
    `${paint("bold", where(diagnostic))}  ${paint("red", "error")} ${paint("cyan", diagnostic.rule)}`,
    `  ${visible(diagnostic.message)}`,
    ...(frame === "" ? [] : [frame]),
    `  ${paint("dim", "hint:")} ${visible(diagnostic.hint)}`,
    "",
  ].join("\n");
}

/** A warning in a line. */
export function showWarning(diagnostic: Diagnostic, paint: Paint): string {
  return `${paint("dim", where(diagnostic))}  ${paint("yellow", "warning")} ${paint("cyan", diagnostic.rule)}  ${visible(diagnostic.message)}`;
}
