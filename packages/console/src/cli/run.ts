import { SettingsError } from "../settings/problem.ts";
import { help } from "./help.ts";
import { isAbort, stoppedCode } from "./stopped.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

export type Command = (args: readonly string[], terminal: Terminal) => Promise<number>;

/** Loaded when they are called: help need not wait for a database driver. */
const commands: Readonly<Record<Exclude<keyof typeof help, "">, () => Promise<Command>>> = {
  serve: async () => (await import("./commands/serve.ts")).serve,
  demo: async () => (await import("./commands/demo.ts")).demo,
  import: async () => (await import("./commands/import.ts")).importDeliveries,
  export: async () => (await import("./commands/export.ts")).exportDeliveries,
  erase: async () => (await import("./commands/erase.ts")).erase,
  rebuild: async () => (await import("./commands/rebuild.ts")).rebuild,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  password: async () => (await import("./commands/password.ts")).password,
};

/** Runs the command. Gives its exit code: 0 done, 1 failed, 2 wrong command line or settings, 130 stopped. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const asked = argv[0] === "help";
  const [name = "", ...args] = asked ? argv.slice(1) : argv;
  if (name === "--version" || name === "-v") {
    terminal.out((await import("../api/version.ts")).consoleVersion);
    return 0;
  }
  const wantsHelp = asked || argv.some((argument) => argument === "--help" || argument === "-h");
  if (!isCommand(name)) return withoutCommand(name, wantsHelp, terminal);
  if (wantsHelp) {
    terminal.out(help[name]);
    return 0;
  }
  try {
    return await (await commands[name]())(args, terminal);
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

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

function failed(error: unknown, name: string, terminal: Terminal): number {
  if (isAbort(error)) {
    terminal.err("Stopped before it was done.");
    return stoppedCode;
  }
  const { message, code } = error as NodeJS.ErrnoException;
  terminal.err(terminal.paint("red", message));
  const isUsage = error instanceof UsageError || error instanceof SettingsError || code?.startsWith("ERR_PARSE_ARGS");
  if (!isUsage) return 1;
  terminal.err(`See flow-console ${name} --help.`);
  return 2;
}
