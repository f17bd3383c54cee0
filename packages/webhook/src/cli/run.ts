import { readFileSync } from "node:fs";
import { help } from "./help.ts";
import { listen } from "./listen.ts";
import { send } from "./send.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { verify } from "./verify.ts";

type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

const commands: Readonly<Record<Exclude<keyof typeof help, "">, Command>> = { send, verify, listen };

/** Runs the command. Gives its exit code: 0 done, 1 refused or failed, 2 wrong command line. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const asked = argv[0] === "help";
  const [name = "", ...args] = asked ? argv.slice(1) : argv;
  if (name === "--version" || name === "-v") {
    terminal.out(version());
    return 0;
  }
  const wantsHelp = asked || argv.some((argument) => argument === "--help" || argument === "-h");
  if (!isCommand(name)) return withoutCommand(name, wantsHelp, terminal);
  if (wantsHelp) {
    terminal.out(help[name]);
    return 0;
  }
  try {
    return await commands[name](args, terminal);
  } catch (error) {
    return failed(error, name, terminal);
  }
}

/** A mistyped command is said even where help is asked for: the help of all would read like that of one. */
function withoutCommand(name: string, wantsHelp: boolean, terminal: Terminal): number {
  const isFlag = name.startsWith("-");
  const isHelp = wantsHelp && (isFlag || name === "");
  if (isFlag && !isHelp) terminal.err(`Give a command before ${name}.\n`);
  if (!isFlag && name !== "") terminal.err(`There is no command ${JSON.stringify(name)}.\n`);
  (isHelp ? terminal.out : terminal.err)(help[""]);
  return isHelp ? 0 : 2;
}

function version(): string {
  const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
  return (JSON.parse(manifest) as { readonly version: string }).version;
}

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

function failed(error: unknown, name: string, terminal: Terminal): number {
  const { message, code } = error as NodeJS.ErrnoException;
  terminal.err(message);
  if (!(error instanceof UsageError) && !code?.startsWith("ERR_PARSE_ARGS")) return 1;
  terminal.err(`See flow-webhook ${name} --help.`);
  return 2;
}
