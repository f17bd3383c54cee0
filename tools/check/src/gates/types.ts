import { existsSync, readFileSync } from "node:fs";
import { cp, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import { hasOnlyCommands } from "../packed/entries.ts";
import type { PackedPackage } from "../packed/packed-package.ts";
import { compile } from "../typescript/compile.ts";
import type { Looked, PackageGate } from "./gate.ts";

/** The oldest TypeScript that has to understand the packages, the last of each line since, and today's. */
const compilers = ["typescript-5.4", "typescript-5.9", "typescript-6", "typescript"];
const resolutions = [
  { module: "nodenext", moduleResolution: "nodenext" },
  { module: "esnext", moduleResolution: "bundler" },
];

/** What a careful user has switched on. */
const strict = {
  target: "es2022",
  lib: ["es2022"],
  types: [],
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  resolveJsonModule: true,
  skipLibCheck: false,
  noEmit: true,
};

export const types: PackageGate = {
  name: "types",
  holds: "programs of its users compile with every TypeScript from 5.4 on, library check included",
  of: "package",
  async look(packed): Promise<Looked> {
    const programs = join(packed.source, "test/consumer");
    if (!existsSync(programs)) {
      if (hasOnlyCommands(packed.manifest)) return { checked: ["commands only: nothing to compile"], problems: [] };
      return {
        checked: [],
        problems: [
          {
            message: `${packed.at}/test/consumer has no programs`,
            hint: "Write what users write, with // @ts-expect-error above what must not compile.",
          },
        ],
      };
    }
    await cp(programs, join(packed.project, "consumer"), { recursive: true });
    const runs = compilers.flatMap((compiler) => resolutions.map((resolution) => ({ compiler, resolution })));
    const seen: Looked[] = [];
    for (const { compiler, resolution } of runs) seen.push(await tryOut(packed, compiler, resolution));
    return { checked: seen.flatMap(({ checked }) => checked), problems: seen.flatMap(({ problems }) => problems) };
  },
};

async function tryOut(
  packed: PackedPackage,
  compiler: string,
  resolution: (typeof resolutions)[number],
): Promise<Looked> {
  const folder = join(packed.project, "consumer");
  const given = join(packed.source, "test/consumer/tsconfig.json");
  const own = existsSync(given) ? JSON.parse(readFileSync(given, "utf8")).compilerOptions : {};
  const config = join(folder, `tsconfig.${resolution.moduleResolution}.json`);
  const compilerOptions = { ...strict, ...own, ...resolution, ...fixed };
  await writeFile(config, JSON.stringify({ compilerOptions, include: ["**/*.ts"] }));
  const { version, files, errors } = await compile(compiler, config, folder);
  const name = `TypeScript ${version}, ${resolution.moduleResolution}`;
  const declarations = files.filter((file) => file.includes(`/node_modules/${packed.manifest.name}/`));
  const sources = declarations.filter((file) => !/\.d\.[cm]?ts$|\.json$/.test(file));
  return {
    checked: declarations.length > 0 ? [name] : [],
    problems: [
      ...(declarations.length === 0 ? [{ message: `${name}: no program imports ${packed.manifest.name}` }] : []),
      ...sources.map((file) => ({ message: `${name} reads a source as a type: ${relative(packed.project, file)}` })),
      ...(errors === "" ? [] : [{ message: `${name}:\n${errors}` }]),
    ],
  };
}

/** What a package cannot make easier for itself. */
const fixed = { skipLibCheck: false, strict: true, noEmit: true };
