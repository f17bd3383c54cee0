import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../../repository.ts";
import type { SenderTask, Sent } from "./sender.ts";

const run = promisify(execFile);

/** Runs a sender in a process of its own. */
export const sendFrom = (task: SenderTask): Promise<Sent> => program("sender.ts", task);

/** Runs a program of this folder with one argument, and gives what it found. */
export async function program<Found>(file: string, task: unknown): Promise<Found> {
  const path = join(import.meta.dirname, file);
  const { stdout } = await run(process.execPath, [path, JSON.stringify(task)], { maxBuffer: 2 ** 28 });
  return JSON.parse(stdout);
}

/** Builds the console, so that what is measured is what is installed. */
export async function buildConsole(): Promise<void> {
  await run("pnpm", ["exec", "turbo", "run", "build", "--filter=@flow-catalog/console"], { cwd: repository });
}
