import { relative, sep } from "node:path";

/** A path as a person at `cwd` would write it, with `/` on every system. */
export function showPath(file: string, cwd: string): string {
  const shown = relative(cwd, file).split(sep).join("/");
  return shown.startsWith("../../..") ? file.split(sep).join("/") : shown;
}
