import { readFile } from "node:fs/promises";
import { checkPackage, createPackageFromTarballData, type ResolutionKind } from "@arethetypeswrong/core";
import { filterProblems, problemKindInfo } from "@arethetypeswrong/core/problems";
import { hasOnlyCommands } from "../packed/entries.ts";
import type { Looked, PackageGate } from "./gate.ts";

/** Packages here are ESM: `require` and the resolution of old TypeScript are not for them. */
const resolutions: readonly ResolutionKind[] = ["node16-esm", "bundler"];

export const typesWrong: PackageGate = {
  name: "types-wrong",
  holds: "Are the types wrong? finds nothing, for importers that are ESM",
  of: "package",
  async look({ tarball, manifest }): Promise<Looked> {
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(await readFile(tarball))));
    if (analysis.types === false) {
      if (hasOnlyCommands(manifest)) return { checked: ["commands only: nothing to import"], problems: [] };
      return { checked: [], problems: [{ message: "The package has no types" }] };
    }
    const found = resolutions.flatMap((resolutionKind) => filterProblems(analysis, { resolutionKind }));
    const messages = [...new Set(found)].map((problem) => {
      const where = "entrypoint" in problem ? `${problem.entrypoint} (${problem.resolutionKind})` : "the package";
      const { title, shortDescription } = problemKindInfo[problem.kind];
      return { message: `${title}: ${where}`, hint: shortDescription };
    });
    return { checked: Object.keys(analysis.entrypoints), problems: messages };
  },
};
