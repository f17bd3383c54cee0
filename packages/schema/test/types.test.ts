import { execFileSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

const require = createRequire(import.meta.url);
const root = createRequire(join(import.meta.dirname, "../../../package.json"));
const compilers = {
  "5.4": join(dirname(require.resolve("typescript-5.4/package.json")), "bin/tsc"),
  "7.0": join(dirname(root.resolve("typescript/package.json")), "bin/tsc"),
};

describe.each(Object.entries(compilers))("TypeScript %s", (version, compiler) => {
  it("accepts the built package as its readers use it", () => {
    expect(tsc(compiler, "--version")).toContain(`Version ${version}.`);
    const project = join(import.meta.dirname, "consumer/tsconfig.json");
    expect(tsc(compiler, "-p", project, "--listFilesOnly")).toContain("schema/dist/generated/index.d.ts");
    expect(tsc(compiler, "-p", project)).toBe("");
  });
});

/** What the compiler prints, whether it is content or not. */
function tsc(compiler: string, ...parameters: string[]): string {
  try {
    return execFileSync(process.execPath, [compiler, ...parameters], { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
