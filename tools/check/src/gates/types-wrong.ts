import { readFile } from "node:fs/promises";
import { checkPackage, createPackageFromTarballData, type ResolutionKind } from "@arethetypeswrong/core";
import { filterProblems, problemKindInfo } from "@arethetypeswrong/core/problems";
import { entriesOf, hasOnlyCommands } from "../packed/entries.ts";
import type { Manifest } from "../packed/manifest.ts";
import type { Looked, PackageGate } from "./gate.ts";

/** Packages here are ESM: `require` and the resolution of old TypeScript are not for them. */
const resolutions: readonly ResolutionKind[] = ["node16-esm", "bundler"];

export const typesWrong: PackageGate = {
  name: "types-wrong",
  holds: "Are the types wrong? finds nothing, for importers that are ESM",
  of: "package",
  async look({ tarball, manifest }): Promise<Looked> {
    const found = createPackageFromTarballData(new Uint8Array(await readFile(tarball)));
    const analysis = await checkPackage(found, { excludeEntrypoints: [...dataOf(manifest)] });
    if (analysis.types === false) {
      if (hasOnlyCommands(manifest)) return { checked: ["commands only: nothing to import"], problems: [] };
      return { checked: [], problems: [{ message: "The package has no types" }] };
    }
    const wrong = resolutions.flatMap((resolutionKind) => filterProblems(analysis, { resolutionKind }));
    const messages = [...new Set(wrong)].map((problem) => {
      const where = "entrypoint" in problem ? `${problem.entrypoint} (${problem.resolutionKind})` : "the package";
      const { title, shortDescription } = problemKindInfo[problem.kind];
      return { message: `${title}: ${where}`, hint: shortDescription };
    });
    return { checked: Object.keys(analysis.entrypoints), problems: messages };
  },
};

/** Subpaths that lead to what nobody imports as code: a table, a text. */
function dataOf(manifest: Manifest): readonly string[] {
  const entries = entriesOf(manifest).filter(({ kind }) => kind === "exports");
  return entries.filter(({ file }) => !/\.([cm]?[jt]s|json)$/.test(file)).map(({ subpath }) => subpath);
}
