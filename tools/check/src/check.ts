import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { binaries, repository } from "./binaries.ts";
import { collectReports, removeReports } from "./reports.ts";

/** One thing that must hold before a change may land, as a command that also runs by itself. */
interface Step {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
}

/** In the order of what fails fastest. */
const steps: readonly Step[] = [
  { name: "format and lint", command: ["biome", "check", "--error-on-warnings", "."] },
  { name: "generated files are current", command: ["node", "tools/cli/src/start.mjs", "check"] },
  {
    name: "build, types and tests",
    command: ["turbo", "run", "build", "types", "test", "--continue", "--output-logs=errors-only", "--concurrency=2"],
  },
  { name: "packages as published", command: ["turbo", "run", "gates", "--output-logs=full"] },
];

/** `pnpm check`: every step, whatever became of the one before, then one line that counts all tests and what the gates checked. */
function main(): number {
  removeReports(repository);
  const failed = steps.filter((step) => !passes(step)).map(({ name }) => name);
  const { passed, failed: red, skipped, missing } = collectReports(repository);
  for (const report of missing) console.error(`There is no ${report}: what writes it did not run`);
  for (const name of failed) console.error(`Failed: ${name}`);
  if (red.length > 0) console.error(`Failed tests:\n${list(red)}`);
  if (skipped.length > 0) console.error(`Skipped:\n${list(skipped)}`);
  const bad = red.length + missing.length + failed.length;
  console.log(`\n${passed} passed, ${bad} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ""}`);
  return bad > 0 || passed === 0 ? 1 : 0;
}

function list(names: readonly string[]): string {
  return names.map((name) => `  ${name}`).join("\n");
}

function passes({ name, command: [program, ...args] }: Step): boolean {
  console.log(`\n==> ${name}`);
  const { status, error } = spawnSync(join(binaries, program), args, { cwd: repository, stdio: "inherit" });
  if (error !== undefined) console.error(error.message);
  return status === 0;
}

process.exitCode = main();
