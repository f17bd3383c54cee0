import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const source = join(import.meta.dirname, "../src");
const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const textOf = (name: string) => readFileSync(join(source, name), "utf8");

describe("the source of emit", () => {
  it("knows ts-morph in exactly one file", () => {
    expect(files.length).toBeGreaterThan(20);
    expect(files.filter((name) => /["']ts-morph["']/.test(textOf(name)))).toEqual(["print.ts"]);
  });

  it("loads that file only when it prints", () => {
    for (const name of files) expect(textOf(name), name).not.toMatch(/^(import|export) .*print\.ts["']/m);
    const script = `await import(${JSON.stringify(join(source, "index.ts"))}); console.log(Object.keys(process.getBuiltinModule("module")._cache).filter((name) => name.includes("ts-morph")).length);`;
    expect(execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" }).trim()).toBe(
      "0",
    );
  });

  it("touches nothing outside itself: no disk, no clock, no console, no network", () => {
    // How the printer is loaded touches nothing but modules.
    const loading = 'import { createRequire } from "node:module";';
    for (const name of files) {
      const text = name === "print.ts" ? textOf(name).replace(loading, "") : textOf(name);
      expect(text, name).not.toMatch(
        /["']node:|\bnew Date|\bDate\.|\bconsole\.\w|\bprocess\.\w|\bfetch\(|Math\.random/,
      );
    }
  });

  it("takes only types from the catalog's package", () => {
    for (const name of files) {
      const imports = textOf(name).match(/^import .*["']@flow-catalog\/catalog["'];$/gm) ?? [];
      for (const line of imports) expect(line, name).toMatch(/^import type /);
    }
  });
});
