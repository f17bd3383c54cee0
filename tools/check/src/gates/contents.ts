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
function accountFor({ files, manifest, unpacked }: PackedPackage): ReadonlySet<string> {
  const named = entriesOf(manifest).flatMap((entry) => filesOf(entry, files));
  const { reached } = follow(unpacked, files, named);
  // Code and its types go together, even where only one of the two is imported.
  const pairs = [...reached].flatMap((file) => [
    file.replace(/(?<!\.d)\.([cm]?)ts$|\.([cm]?)js$/, ".d.$1$2ts"),
    file.replace(/\.d\.([cm]?)ts$/, ".$1js"),
  ]);
  const known = new Set([...welcome, ...reached, ...pairs]);
  for (const { map, sources } of sourceMapsOf(unpacked, files)) {
    if (!known.has(map.replace(/\.map$/, ""))) continue;
    known.add(map);
    for (const source of sources) known.add(source);
  }
  return known;
}
