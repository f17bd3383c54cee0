import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { machine } from "./machine.ts";
import { render } from "./render.ts";
import { repository } from "./repository.ts";
import type { SuiteResult } from "./suite.ts";
import { suites } from "./suites.ts";

const results = join(repository, "tools/bench/results");

/** Runs the named suites, or all, keeps what they found, and writes `docs/benchmarks.md` anew. */
async function main(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !suites.some((suite) => suite.name === name));
  if (unknown.length > 0 || names.includes("--help")) {
    process.stderr.write(usage());
    return names.includes("--help") ? 0 : 2;
  }
  mkdirSync(results, { recursive: true });
  for (const suite of suites.filter((one) => names.includes(one.name) || (names.length === 0 && !one.onlyByName))) {
    const say = (line: string) => void process.stderr.write(`${suite.name}: ${line}\n`);
    const found = await suite.run(say);
    const result: SuiteResult = {
      suite: suite.name,
      command: `pnpm bench ${suite.name}`,
      machine: machine(),
      ...found,
    };
    writeFileSync(join(results, `${suite.name}.json`), `${JSON.stringify(result, null, 2)}\n`);
    process.stdout.write(render([result]));
  }
  const kept = suites.map(({ name }) => join(results, `${name}.json`)).filter((file) => existsSync(file));
  writeFileSync(
    join(repository, "docs/benchmarks.md"),
    render(kept.map((file) => JSON.parse(readFileSync(file, "utf8")))),
  );
  return 0;
}

function usage(): string {
  const list = (named: boolean) =>
    suites
      .filter(({ onlyByName = false }) => onlyByName === named)
      .map(({ name }) => name)
      .join(", ");
  const long = list(true) === "" ? "" : `Long, and run only where they are named: ${list(true)}.\n`;
  return `Usage: pnpm bench [suite ...]\nWithout a name these run: ${list(false)}.\n${long}`;
}

process.exitCode = await main(process.argv.slice(2));
