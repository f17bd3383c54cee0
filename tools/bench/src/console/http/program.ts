import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../../repository.ts";
import type { SenderTask, Sent } from "./sender.ts";

const run = promisify(execFile);

/** Runs a sender in a process of its own. */
export async function sendFrom(task: SenderTask): Promise<Sent> {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, "sender.ts"), JSON.stringify(task)]);
  return JSON.parse(stdout);
}

/** Builds the console, so that what is measured is what is installed. */
export async function buildConsole(): Promise<void> {
  await run("pnpm", ["exec", "turbo", "run", "build", "--filter=@flow-catalog/console"], { cwd: repository });
}
