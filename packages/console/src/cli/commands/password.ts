import { hashPassword } from "../../guard/password.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** Whoever can reach the console can try passwords, if slowly. */
const shortest = 12;

/** Hashes a password for the settings. */
export async function password(args: readonly string[], terminal: Terminal): Promise<number> {
  if (args.length > 0) {
    throw new UsageError("Give no argument: on a command line, others could read the password. It is asked for.");
  }
  const given = await terminal.ask("Password: ");
  if (given.length < shortest)
    throw new UsageError(`The password has ${given.length} characters; take ${shortest} or more.`);
  terminal.out(await hashPassword(given));
  return 0;
}
