import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { runNode } from "./process.ts";

const PAUSE = 5;

/**
 * Peak memory in MiB of Node with arguments and of every process that it starts, added up while they live. Where the
 * system does not tell, that of the first process alone.
 */
export async function treeMemory(args: readonly string[], cwd: string): Promise<number> {
  if (!existsSync("/proc/self/status")) return runNode(args, cwd).mebibytes;
  const env = { ...process.env, INIT_CWD: cwd };
  const child = spawn(process.execPath, args, { cwd, env, stdio: "ignore" });
  const { pid } = child;
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, pid === undefined ? 0 : treeOf(pid).reduce((sum, one) => sum + memoryOf(one), 0));
  }, PAUSE);
  try {
    await once(child, "close");
  } finally {
    clearInterval(timer);
  }
  return peak / 1024;
}

function treeOf(pid: number): readonly number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
  return [pid, ...children.flatMap(treeOf)];
}

/** The most that a process has held, in KiB. */
function memoryOf(pid: number): number {
  return Number(/^VmHWM:\s*(\d+)/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0);
}

/** A process may be gone by the time it is looked at. */
function read(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
