import { parseArgs } from "node:util";
import { repository } from "./binaries.ts";
import type { Gate } from "./gates/gate.ts";
import { gates } from "./gates/list.ts";
import { printed } from "./gates/print.ts";
import { type Check, runGates } from "./gates/run.ts";
import { packAll } from "./packed/world.ts";
import { writeReport } from "./reports.ts";

const help = `Usage: pnpm gates [gate...] [options]

Packs every package that is published, and looks at what is in the tarballs. Build first.

Options:
  --package <name>  only this one, such as packages/events (may be given several times)
  --update          write the files that a gate compares with, instead of comparing
  --list            say what each gate holds
  --help            this text

Exit code: 0 when all hold, 1 when one does not, 2 for wrong usage.
`;

process.exitCode = await main();

async function main(): Promise<number> {
  const { values, positionals } = parse();
  if (values.help) return say(help.trimEnd());
  if (values.list) return say(gates.map(({ name, holds }) => `${name.padEnd(12)} ${holds}`).join("\n"));
  const chosen = positionals.length === 0 ? gates : gates.filter(({ name }) => positionals.includes(name));
  const unknown = positionals.filter((name) => !gates.some((gate) => gate.name === name));
  if (unknown.length > 0) return refuse(`There is no gate ${unknown.join(", ")}`);
  return pass(chosen, values.package ?? [], values.update === true);
}

async function pass(chosen: readonly Gate[], only: readonly string[], update: boolean): Promise<number> {
  const world = await packAll(repository);
  try {
    const packages = world.packages.filter(({ at }) => only.length === 0 || only.includes(at));
    const checks: Check[] = [];
    for await (const check of runGates(chosen, { ...world, packages }, { update })) {
      console.log(printed(check));
      checks.push(check);
    }
    const things = checks.reduce((sum, { checked }) => sum + checked.length, 0);
    const failed = checks.filter(({ problems }) => problems.length > 0).length;
    console.log(`\n${chosen.length} gates, ${packages.length} packages, ${things} things checked, ${failed} failed`);
    if (chosen === gates && only.length === 0) writeReport(repository, "tools/check", "gates", checks.map(outcome));
    return failed > 0 || checks.length === 0 ? 1 : 0;
  } finally {
    await world.remove();
  }
}

function outcome({ gate, at, problems, skipped = [] }: Check) {
  const status = problems.length > 0 ? "failed" : skipped.length > 0 ? "skipped" : "passed";
  return { fullName: `${gate}: ${at}`, status } as const;
}

function parse() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        package: { type: "string", multiple: true },
        update: { type: "boolean" },
        list: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    return process.exit(refuse((error as Error).message));
  }
}

function say(text: string): number {
  console.log(text);
  return 0;
}

function refuse(message: string): number {
  console.error(`${message}\n\n${help}`);
  return 2;
}
