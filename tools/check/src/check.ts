import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { collectReports } from "./reports.ts";

const root = resolve(import.meta.dirname, "../../..");

/** One thing that must hold before a change may land, as a command that also runs by itself. */
interface Gate {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** In the order of what fails fastest. */
const gates: readonly Gate[] = [
  { name: "format and lint", command: ["biome", "check", "--error-on-warnings", "."] },
  { name: "generated files are current", command: ["node", "tools/cli/src/main.ts", "check"] },
  {
    name: "build, types and tests",
    command: ["turbo", "run", "build", "types", "test", "--continue", "--output-logs=errors-only", "--concurrency=2"],
  },
];

/** `pnpm check`: every gate, whatever became of the one before, then one line that counts all tests. */
function main(): number {
  for (const workspace of collectReports(root).workspaces)
    rmSync(join(workspace, "reports"), { recursive: true, force: true });
  const failed = gates.filter((gate) => !passes(gate)).map(({ name }) => name);
  const { passed, failed: red, skipped, missing } = collectReports(root);
  for (const workspace of missing) console.error(`No test report from ${workspace}: its tests did not run`);
  for (const name of failed) console.error(`Gate failed: ${name}`);
  if (skipped.length > 0) console.error(`Skipped:\n${skipped.map((name) => `  ${name}`).join("\n")}`);
  const bad = red + missing.length + failed.length;
  console.log(`\n${passed} passed, ${bad} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
  return bad > 0 || passed === 0 ? 1 : 0;
}

function passes({ name, command: [program, ...args] }: Gate): boolean {
  console.log(`\n==> ${name}`);
  const { status, error } = spawnSync(join(root, "node_modules/.bin", program), args, { cwd: root, stdio: "inherit" });
  if (error !== undefined) console.error(error.message);
  return status === 0;
}

process.exitCode = main();
