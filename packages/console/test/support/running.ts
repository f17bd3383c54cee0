import pino from "pino";
import { type Console, type ConsoleOptions, startConsole } from "../../src/server/console.ts";
import { secret } from "./receiving.ts";

/** A console on a free port of this machine, closed at the end of the test. */
export async function running(
  options: Pick<ConsoleOptions, "store"> & Partial<ConsoleOptions>,
): Promise<Console & AsyncDisposable> {
  const console = await startConsole({
    secrets: [secret],
    signIn: { kind: "none" },
    logger: pino({ enabled: false }),
    host: "127.0.0.1",
    port: 0,
    webhook: null,
    origins: [],
    trustProxy: false,
    keepDays: null,
    demo: false,
    ...options,
  });
  return { ...console, [Symbol.asyncDispose]: console.close };
}
