import type { Manifest, Target } from "./manifest.ts";

/** One way into a package: a file that `exports` or `bin` names. */
export interface Entry {
  /** As an importer writes it, `.` or `./state`; of a command, its name. */
  readonly subpath: string;
  readonly kind: "exports" | "bin";
  /** The conditions that lead here, from the outermost. */
  readonly conditions: readonly string[];
  /** Path in the package, as the manifest has it without `./`; may hold one `*`. */
  readonly file: string;
}

export function entriesOf({ exports = {}, bin = {}, name }: Manifest): readonly Entry[] {
  const subpaths = typeof exports === "string" || !hasSubpaths(exports) ? { ".": exports } : exports;
  const commands = typeof bin === "string" ? { [name]: bin } : bin;
  return [
    ...Object.entries(subpaths ?? {}).flatMap(([subpath, target]) => follow(subpath, target, [])),
    ...Object.entries(commands).map(([command, file]) => ({
      subpath: command,
      kind: "bin" as const,
      conditions: [],
      file: plain(file),
    })),
  ];
}

/** Nothing can be imported from it but its manifest: it is an app, and not a library. */
export const hasOnlyCommands = (manifest: Manifest): boolean =>
  entriesOf(manifest).every(({ kind, subpath }) => kind === "bin" || subpath === "./package.json");

/** The files of a package that an entry names: one, or for a `*` all that fit. */
export function filesOf({ file }: Entry, files: readonly string[]): readonly string[] {
  const [before = "", after] = file.split("*");
  if (after === undefined) return files.filter((each) => each === file);
  return files.filter(
    (each) => each.length > before.length + after.length && each.startsWith(before) && each.endsWith(after),
  );
}

function follow(subpath: string, target: Target, conditions: readonly string[]): readonly Entry[] {
  if (target === null) return [];
  if (typeof target === "string") return [{ subpath, kind: "exports", conditions, file: plain(target) }];
  return Object.entries(target).flatMap(([condition, next]) => follow(subpath, next, [...conditions, condition]));
}

const hasSubpaths = (target: Target): boolean =>
  target !== null && typeof target === "object" && Object.keys(target).some((key) => key.startsWith("."));

const plain = (file: string): string => file.replace(/^\.\//, "");
