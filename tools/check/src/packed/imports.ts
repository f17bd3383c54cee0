import { readFileSync } from "node:fs";
import { join, posix } from "node:path";
import ts from "typescript-5.9";

export interface Imported {
  /** Files of the package that are reached. */
  readonly reached: ReadonlySet<string>;
  /** Imports of files that are not there, as `dist/a.js: ./b.js`. */
  readonly missing: readonly string[];
  /** Packages that are imported, and the file that does it first. */
  readonly packages: ReadonlyMap<string, string>;
}

/** Follows the imports of a package from some of its files: of code to code, or of types to types. */
export function follow(folder: string, files: readonly string[], from: readonly string[]): Imported {
  const reached = new Set<string>();
  const missing: string[] = [];
  const packages = new Map<string, string>();
  const waiting = [...from];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    if (!/\.[cm]?[jt]s$/.test(file)) continue;
    for (const specifier of specifiersOf(readFileSync(join(folder, file), "utf8"))) {
      if (!specifier.startsWith(".")) {
        if (!packages.has(nameOf(specifier))) packages.set(nameOf(specifier), file);
        continue;
      }
      const target = targetOf(file, specifier, files);
      if (target.length === 0) missing.push(`${file}: ${specifier}`);
      waiting.push(...target);
    }
  }
  return { reached, missing, packages };
}

/** What a module imports, and the files that it names by `new URL("./x", import.meta.url)`. */
function specifiersOf(text: string): readonly string[] {
  const assets = [...text.matchAll(/\bnew URL\(\s*["'`](\.[^"'`$]*)["'`]\s*,\s*import\.meta\.url\s*\)/g)];
  return [...ts.preProcessFile(text).importedFiles.map(({ fileName }) => fileName), ...assets.map(([, path]) => path!)];
}

/** The files that a relative import leads to: one, or for a folder that is named by its URL all that are in it. */
function targetOf(from: string, specifier: string, files: readonly string[]): readonly string[] {
  const path = posix.join(posix.dirname(from), specifier);
  if (path.endsWith("/")) return files.filter((file) => file.startsWith(path));
  // A declaration imports another by the name of its code, or of its source.
  const target = isTypes(from) && !isTypes(path) ? path.replace(/\.([cm]?)[jt]s$/, ".d.$1ts") : path;
  return files.filter((file) => file === target);
}

const isTypes = (file: string): boolean => /\.d\.[cm]?ts$/.test(file);

const nameOf = (specifier: string): string =>
  specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
