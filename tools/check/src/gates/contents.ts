import { entriesOf, filesOf } from "../packed/entries.ts";
import { follow } from "../packed/imports.ts";
import type { PackedPackage } from "../packed/packed-package.ts";
import { sourceMapsOf } from "../packed/source-maps.ts";
import type { PackageGate } from "./gate.ts";

/** What a reader expects to find in every package. */
const required = ["LICENSE", "README.md", "package.json"];
const welcome = [...required, "CHANGELOG.md", "NOTICE", "NOTICE.md"];

export const contents: PackageGate = {
  name: "contents",
  holds: "the tarball has a licence and a README, and no file that nobody reaches",
  of: "package",
  look(packed) {
    const { files } = packed;
    const accounted = accountFor(packed);
    const absent = required.filter((file) => !files.includes(file));
    const extra = files.filter((file) => !accounted.has(file));
    return {
      checked: files,
      problems: [
        ...absent.map((file) => ({ message: `${file} is missing` })),
        ...extra.map((file) => ({
          message: `Nobody reaches ${file}`,
          hint: 'Name it in exports, import it, say new URL("./it", import.meta.url) where it is read, or leave it out of files.',
        })),
      ],
    };
  },
};

/** Every file that something leads to: entries, what they import, the types of it, maps, and the sources of those. */
function accountFor(packed: PackedPackage): ReadonlySet<string> {
  const { files, manifest, unpacked } = packed;
  const named = entriesOf(manifest).flatMap((entry) => filesOf(entry, files));
  const known = new Set([...welcome, ...withTypes(packed, named)]);
  for (const { map, sources } of sourceMapsOf(unpacked, files)) {
    if (!known.has(map.replace(/\.map$/, ""))) continue;
    known.add(map);
    for (const source of sources) known.add(source);
  }
  return known;
}

/**
 * What the files lead to. Code and its types go together, even where only one of the two is imported; and types lead to
 * files that the code beside them does not.
 */
function withTypes(packed: PackedPackage, from: readonly string[]): ReadonlySet<string> {
  const { files, unpacked } = packed;
  const { reached } = follow(unpacked, files, from);
  const pairs = [...reached].flatMap((file) => [
    file.replace(/(?<!\.d)\.([cm]?)ts$|\.([cm]?)js$/, ".d.$1$2ts"),
    file.replace(/\.d\.([cm]?)ts$/, ".$1js"),
  ]);
  const all = new Set([...reached, ...pairs.filter((file) => files.includes(file))]);
  return all.size === from.length ? all : withTypes(packed, [...all]);
}
