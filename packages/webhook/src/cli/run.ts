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
  const [name = "", ...args] = argv;
  const wantsHelp = argv.some((argument) => argument === "--help" || argument === "-h");
  if (!isCommand(name)) {
    (wantsHelp ? terminal.out : terminal.err)(help[""]);
    return wantsHelp ? 0 : 2;
  }
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
