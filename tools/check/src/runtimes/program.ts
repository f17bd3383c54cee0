import { existsSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild-wasm";
import type { PackedPackage } from "../packed/packed-package.ts";

/** The programs of a package: one for every runtime, and one more for those that have Node's own modules. */
export const programs = { anywhere: "test/runtimes/program.ts", node: "test/runtimes/program.node.ts" } as const;

export const hasProgram = ({ source }: PackedPackage, program: keyof typeof programs): boolean =>
  existsSync(join(source, programs[program]));

/** A module that does something with `outcome`, for a runtime that finds packages by itself. */
export function unbundled(packed: PackedPackage, program: keyof typeof programs, use: string): Promise<string> {
  return bundle(packed, program, use, { packages: "external", platform: "neutral" });
}

/** The same with the packages in it, as a bundler resolves them under these conditions. */
export function bundled(packed: PackedPackage, use: string, conditions: readonly string[]): Promise<string> {
  return bundle(packed, "anywhere", use, { conditions: [...conditions], platform: "browser" });
}

async function bundle(
  { source, project }: PackedPackage,
  program: keyof typeof programs,
  use: string,
  options: object,
): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { outcome } from ${JSON.stringify(join(source, programs[program]))};\n${use}`,
      resolveDir: project,
    },
    absWorkingDir: project,
    bundle: true,
    format: "esm",
    target: "es2022",
    // Newer than es2022, and known to every runtime here.
    supported: { "import-attributes": true },
    write: false,
    logLevel: "silent",
    // The program stands in the repository; what it imports is the package as its users find it.
    plugins: [fromProject(project)],
    tsconfigRaw: "{}",
    ...options,
  });
  return outputFiles[0]!.text;
}

/** Resolves packages in the project, whoever imports them. */
function fromProject(project: string) {
  return {
    name: "from-project",
    setup({ onResolve, resolve }: import("esbuild-wasm").PluginBuild) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind, pluginData }) =>
        pluginData === project || path.startsWith("node:")
          ? undefined
          : resolve(path, { kind, resolveDir: project, pluginData: project }),
      );
    },
  };
}
