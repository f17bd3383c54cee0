import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** One run of a whole process, from its start to its end. */
export interface Run {
  readonly milliseconds: number;
  /** Peak resident memory, as the operating system counts it. */
  readonly mebibytes: number;
  readonly output: string;
}

const probe = resolve(import.meta.dirname, "peak-memory.mjs");

/** Runs Node with arguments in a new process. A run that fails is no measurement: it throws with what was said. */
export function runNode(args: readonly string[], cwd: string): Run {
  const report = join(tmpdir(), `flow-catalog-peak-${process.pid}`);
  const env = { ...process.env, PEAK_MEMORY_FILE: report, INIT_CWD: cwd };
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", probe, ...args], {
    cwd,
    env,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  const milliseconds = performance.now() - start;
  if (status !== 0) throw new Error(`node ${args.join(" ")} ended with ${status}:\n${stderr}${stdout}`);
  const mebibytes = Number(readFileSync(report, "utf8")) / 1024;
  rmSync(report);
  return { milliseconds, mebibytes, output: stdout };
}
