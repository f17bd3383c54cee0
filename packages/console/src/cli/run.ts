import { SettingsError } from "../settings/problem.ts";
import { help } from "./help.ts";
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

/** Runs the command. Gives its exit code: 0 done, 1 failed, 2 wrong command line or settings. */
export async function run(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name = "", ...args] = argv;
  if (name === "--version") {
    terminal.out((await import("../api/version.ts")).consoleVersion);
    return 0;
  }
  const wantsHelp = argv.some((argument) => argument === "--help" || argument === "-h");
  if (!isCommand(name)) {
    if (name !== "" && !wantsHelp) terminal.err(`There is no command ${JSON.stringify(name)}.\n`);
    (wantsHelp ? terminal.out : terminal.err)(help[""]);
    return wantsHelp ? 0 : 2;
  }
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

function isCommand(name: string): name is keyof typeof commands {
  return Object.hasOwn(commands, name);
}

function failed(error: unknown, name: string, terminal: Terminal): number {
  const { message, code } = error as NodeJS.ErrnoException;
  terminal.err(terminal.paint("red", message));
  const isUsage = error instanceof UsageError || error instanceof SettingsError || code?.startsWith("ERR_PARSE_ARGS");
  if (!isUsage) return 1;
  terminal.err(`See flow-console ${name} --help.`);
  return 2;
}
