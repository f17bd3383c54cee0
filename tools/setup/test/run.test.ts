import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";

const door = resolve(import.meta.dirname, "../src/run.mjs");

/** A repository of two files, with an `npx` that only writes down what it was asked for. */
function repository(npx = "exit 0") {
  const root = mkdtempSync(join(tmpdir(), "flow-catalog-setup-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const folder of ["tools/setup/src", "packages", "node_modules/.bin", "bin"])
    mkdirSync(join(root, folder), { recursive: true });
  cpSync(door, join(root, "tools/setup/src/run.mjs"));
  writeFileSync(join(root, "package.json"), JSON.stringify({ packageManager: "pnpm@12.0.0" }));
  writeFileSync(join(root, "pnpm-lock.yaml"), "lock: 1\n");
  writeFileSync(join(root, "pnpm-workspace.yaml"), "");
  writeFileSync(
    join(root, "program.mjs"),
    "console.log(process.argv.slice(2).join()); process.exitCode = Number(process.argv[2] ?? 0);",
  );
  writeFileSync(join(root, "bin/npx"), `#!/bin/sh\necho "$@" >> ${join(root, "asked")}\n${npx}\n`);
  chmodSync(join(root, "bin/npx"), 0o755);
  symlinkSync(process.execPath, join(root, "node_modules/.bin/node"));
  const run = (...args: readonly string[]) => {
    const env = { ...process.env, PATH: `${join(root, "bin")}:${process.env.PATH}` };
    return spawnSync(process.execPath, [join(root, "tools/setup/src/run.mjs"), ...args], {
      cwd: root,
      env,
      encoding: "utf8",
    });
  };
  const asked = () => readFileSync(join(root, "asked"), "utf8").trim().split("\n");
  return { root, run, asked };
}

describe("the door for a fresh machine", () => {
  it("installs what the lockfile says, then runs the program with its arguments", () => {
    const { run, asked } = repository();
    const { status, stdout } = run("program.mjs", "0", "x");
    expect([status, stdout]).toEqual([0, "0,x\n"]);
    expect(asked()).toEqual([expect.stringContaining("--yes pnpm@12.0.0 install --frozen-lockfile")]);
  });

  it("installs once, and again when the lockfile changes", () => {
    const { root, run, asked } = repository();
    run("program.mjs");
    run("program.mjs");
    expect(asked()).toHaveLength(1);
    writeFileSync(join(root, "pnpm-lock.yaml"), "lock: 2\n");
    run("program.mjs");
    expect(asked()).toHaveLength(2);
  });

  it("ends as the program ends", () => {
    expect(repository().run("program.mjs", "3").status).toBe(3);
  });

  it("runs nothing where installing failed, and tries again the next time", () => {
    const { run, asked } = repository("exit 7");
    expect(run("program.mjs").status).toBe(7);
    expect(run("program.mjs").stdout).toBe("");
    expect(asked()).toHaveLength(2);
  });

  it("says how it is used", () => {
    const { status, stderr } = repository().run();
    expect([status, stderr]).toEqual([2, expect.stringContaining("Usage")]);
  });
});
