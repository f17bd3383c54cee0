import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import type { StoreLocation } from "../../src/store/open.ts";
import { secret } from "./receiving.ts";

/** The program, as Node runs it without a build. */
export const main: string = resolve(import.meta.dirname, "../../src/cli/main.ts");

export interface ConsoleProcess {
  readonly child: ChildProcess;
  readonly url: string;
  readonly webhookUrl: string;
  /** Everything it wrote for people and logs so far. */
  said(): string;
  /** Ends it and resolves when it is gone. */
  end(signal: "SIGKILL" | "SIGTERM"): Promise<number | null>;
}

/** Settings that lead a process to a store. A schema of its own is found by the connection's search path. */
export function environmentFor(location: StoreLocation): Record<string, string> {
  if (location.driver === "sqlite") return { FLOW_CONSOLE_DATA: location.directory };
  const url = new URL(location.url);
  if (location.schema !== undefined) url.searchParams.set("options", `-c search_path=${location.schema}`);
  return { DATABASE_URL: url.href };
}

/**
 * Starts `flow-console serve` as a process of its own, and waits until it answers.
 *
 * @param program The command that it is run by.
 */
export async function startProcess(
  environment: Readonly<Record<string, string>>,
  { program = [process.execPath, main], args = ["serve", "--port", "0"] } = {},
): Promise<ConsoleProcess> {
  const { PATH = "", HOME = "" } = process.env;
  const [command = "", ...before] = program;
  const child = spawn(command, [...before, ...args], {
    env: { PATH, HOME, WEBHOOK_SECRETS: secret, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const urls = new Promise<readonly string[]>((resolve, reject) => {
    const hear = (data: string) => {
      said += data;
      const found = /Console\s+(\S+)\n.*POST (\S+)\n/s.exec(said);
      if (found !== null) resolve(found.slice(1));
    };
    child.stdout.setEncoding("utf8").on("data", hear);
    child.stderr.setEncoding("utf8").on("data", hear);
    child.once("exit", (code) => reject(new Error(`The console ended with ${code}:\n${said}`)));
  });
  const [url = "", webhookUrl = ""] = await urls;
  return {
    child,
    url,
    webhookUrl,
    said: () => said,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
      const gone = once(child, "exit");
      child.kill(signal);
      await gone;
      return child.exitCode;
    },
  };
}
