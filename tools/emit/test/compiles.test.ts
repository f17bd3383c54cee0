import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

it("is TypeScript that the strictest configuration accepts", () => {
  const compiler = join(import.meta.dirname, "../../../node_modules/typescript/bin/tsc");
  const project = join(import.meta.dirname, "fixtures.tsconfig.json");
  const listed = execFileSync(process.execPath, [compiler, "-p", project, "--listFilesOnly"], { encoding: "utf8" });
  expect(listed.split("\n").filter((file) => file.includes("/expected/")).length).toBeGreaterThan(30);
  expect(run(compiler, project)).toBe("");
});

function run(compiler: string, project: string): string {
  try {
    return execFileSync(process.execPath, [compiler, "-p", project], { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
