import { parseArgs } from "node:util";
import { type ExitCode, exitCode, UsageError } from "./exit.ts";
import { helpAll, helpVerb } from "./help.ts";
import { closest } from "./terminal/closest.ts";
import type { Call, Options, VerbSummary } from "./verb.ts";
import { verbs } from "./verbs.ts";

/** What a command line runs in. */
export type Surroundings = Pick<Call, "terminal" | "cwd" | "now" | "signal">;

/** Runs one command line and says how it ended. Only a bug throws. */
export async function run(argv: readonly string[], { terminal, cwd, now, signal }: Surroundings): Promise<ExitCode> {
  const [name, ...rest] = argv;
  try {
    if (name === undefined || name === "help" || name === "--help" || name === "-h") {
      terminal.out(helpAll(verbs, terminal.paint));
      return name === undefined ? exitCode.usage : exitCode.ok;
    }
    const verb = verbs.find((candidate) => candidate.name === name);
    if (verb === undefined) throw unknownVerb(name);
    const { options, args } = parse(verb, rest);
    if (options.help === true) {
      terminal.out(helpVerb(verb, terminal.paint));
      return exitCode.ok;
    }
    const call = await verb.load();
    return await call({ options, args, terminal, cwd, now, signal });
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    terminal.err(`${terminal.paint("red", "error")} ${error.message}\n`);
    if (error.hint !== undefined) terminal.err(`${terminal.paint("dim", "hint")}  ${error.hint}\n`);
    return exitCode.usage;
  }
}

function parse(verb: VerbSummary, argv: readonly string[]): { options: Options; args: readonly string[] } {
  const known = Object.entries(verb.options).map(([name, { type }]) => [name, { type }] as const);
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      options: { ...Object.fromEntries(known), help: { type: "boolean", short: "h" } },
      allowPositionals: verb.arguments !== "",
    });
    return { options: values as Options, args: positionals };
  } catch (error) {
    throw new UsageError((error as Error).message, `See \`catalog ${verb.name} --help\`.`);
  }
}

function unknownVerb(name: string): UsageError {
  const near = closest(
    name,
    verbs.map((verb) => verb.name),
  );
  const guess = near.length === 0 ? "" : ` Did you mean ${near.join(" or ")}?`;
  return new UsageError(`There is no verb "${name}".${guess}`, "See `catalog --help`.");
}
