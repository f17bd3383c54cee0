import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, readlinkSync } from "node:fs";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { temporary } from "./temporary.ts";

const root = resolve(import.meta.dirname, "../../..");
const main = join(root, "tools/release/src/rehearse.ts");

/** Programs that still run and stand below a folder, even if it is gone. */
function runningIn(folder: string): readonly string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder);
    } catch {
      return false;
    }
  });
}

/** Starts a rehearsal in a folder for temporary files, and interrupts it when it says something. */
async function interruptAt(line: RegExp, signal: NodeJS.Signals) {
  const folder = temporary();
  mkdirSync(join(folder, "tmp"));
  const env = { ...process.env, TMPDIR: join(folder, "tmp") };
  const child = spawn(process.execPath, [main], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
  const output: string[] = [];
  createInterface(child.stdout).on("line", (said) => output.push(said));
  createInterface(child.stderr).on("line", (said) => line.test(said) && setTimeout(() => child.kill(signal), 500));
  const [code] = (await once(child, "close")) as [number];
  return { code, output, folder, left: readdirSync(join(folder, "tmp")) };
}

// Where programs stand can be read on Linux.
describe.skipIf(process.platform !== "linux")("a rehearsal that is interrupted", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("stops what it started and leaves nothing behind: %s", async (signal) => {
    const { code, output, folder, left } = await interruptAt(/what is pending is released/, signal);
    expect(code).toBe(130);
    expect(output.join("\n")).toContain("It was interrupted");
    expect(output.at(-1)).toMatch(/^\d+ passed, [1-9]\d* failed$/);
    expect(left.filter((name) => name.startsWith("flow-catalog-rehearsal-"))).toEqual([]);
    expect(runningIn(folder)).toEqual([]);
  });
});

describe("the command", () => {
  const run = (...args: readonly string[]) => {
    try {
      return { code: 0, out: execFileSync(process.execPath, [main, ...args], { encoding: "utf8", stdio: "pipe" }) };
    } catch (error) {
      const { status, stderr } = error as { status: number; stderr: string };
      return { code: status, out: stderr };
    }
  };

  it("helps", () => {
    expect(run("--help")).toEqual({ code: 0, out: expect.stringContaining("Usage: pnpm release:rehearse") });
  });

  it("refuses what it does not know", () => {
    expect(run("--quick")).toEqual({ code: 2, out: expect.stringContaining("--quick") });
  });
});
