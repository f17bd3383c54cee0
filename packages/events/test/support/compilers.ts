import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const here = createRequire(import.meta.url);
const root = createRequire(join(import.meta.dirname, "../../../../package.json"));
const compiler = (require: NodeJS.Require, name: string) =>
  join(dirname(require.resolve(`${name}/package.json`)), "bin/tsc");

/** The compilers that this package is for, by the version that each must say it is. */
export const compilers: Readonly<Record<string, string>> = {
  "5.4": compiler(here, "typescript-5.4"),
  "5.9": compiler(here, "typescript-5.9"),
  "6.0": compiler(here, "typescript-6"),
  "7.0": compiler(root, "typescript"),
};

/** What a compiler prints, whether it is content or not. */
export function tsc(compiler: string, ...parameters: string[]): string {
  try {
    return execFileSync(process.execPath, [compiler, ...parameters], { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
