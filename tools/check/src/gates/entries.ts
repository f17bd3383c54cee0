import { builtinModules } from "node:module";
import { entriesOf, filesOf } from "../packed/entries.ts";
import { follow } from "../packed/imports.ts";
import type { PackageGate, Problem } from "./gate.ts";

export const entries: PackageGate = {
  name: "entries",
  holds: "every file that exports and bin name is there, and so is everything that it imports",
  of: "package",
  look({ files, manifest, unpacked }) {
    const named = entriesOf(manifest).map((entry) => ({ ...entry, found: filesOf(entry, files) }));
    const holes = named
      .filter(({ found }) => found.length === 0)
      .map(({ kind, subpath, conditions, file }) => ({
        message: `${kind} names a file that is not in the tarball: ${[subpath, ...conditions].join(", ")} -> ${file}`,
        hint: "Build it, or name it in files.",
      }));
    const { missing, packages } = follow(
      unpacked,
      files,
      named.flatMap(({ found }) => found),
    );
    return {
      checked: named.map(({ subpath, conditions }) => [subpath, ...conditions].join(", ")),
      problems: [
        ...holes,
        ...(named.every(({ subpath }) => subpath === "./package.json") ? [{ message: "It offers nothing" }] : []),
        ...missing.map((message) => ({ message: `An import leads nowhere: ${message}` })),
        ...undeclared(manifest, packages),
      ],
    };
  },
};

function undeclared(
  manifest: { name: string; dependencies?: object; optionalDependencies?: object; peerDependencies?: object },
  packages: ReadonlyMap<string, string>,
): readonly Problem[] {
  const { name, dependencies, optionalDependencies, peerDependencies } = manifest;
  const declared = new Set([name, ...Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies })]);
  return [...packages]
    .filter(([used]) => !declared.has(used) && !used.startsWith("node:"))
    .map(([used, file]) => ({
      message: `${file} imports ${used}, which is no dependency`,
      hint: builtinModules.includes(used) ? `Write node:${used}.` : "Declare it, or do not import it.",
    }));
}
