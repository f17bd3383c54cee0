import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../repository.ts";

const options = {
  target: "es2022",
  module: "preserve",
  moduleResolution: "bundler",
  strict: true,
  noUncheckedIndexedAccess: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  types: [],
};

/** The first error that TypeScript finds in generated files under strict options; undefined where there is none. */
export function compileError(folder: string, files: readonly string[]): string | undefined {
  const project = join(folder, "tsconfig.json");
  writeFileSync(project, JSON.stringify({ compilerOptions: options, files }));
  const compiler = join(repository, "node_modules/typescript/bin/tsc");
  const { status, stdout } = spawnSync(process.execPath, [compiler, "--project", project, "--pretty", "false"], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status === 0) return undefined;
  return (stdout.split("\n").find((line) => line.includes("error")) ?? stdout).replace(/^.*?: error /, "");
}
