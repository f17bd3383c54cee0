import { relative, sep } from "node:path";

/** A path as a person at `cwd` would write it: relative, unless that is longer. With `/` on every system. */
export function showPath(file: string, cwd: string): string {
  const near = relative(cwd, file);
  return (near.length <= file.length ? near : file).split(sep).join("/");
}
