import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compilers, tsc } from "./support/compilers.ts";
import { createProject } from "./support/project.ts";

const resolutions = {
  nodenext: { module: "nodenext", moduleResolution: "nodenext" },
  bundler: { module: "esnext", moduleResolution: "bundler" },
};
const consumers = join(import.meta.dirname, "consumer");

const project = createProject();
afterAll(() => project.remove());
for (const name of readdirSync(consumers)) project.write(name, readFileSync(join(consumers, name), "utf8"));

describe.each(Object.entries(compilers))("TypeScript %s", (version, compiler) => {
  it("is the version it should be", () => {
    expect(tsc(compiler, "--version")).toContain(`Version ${version}.`);
  });

  it.each(Object.entries(resolutions))("accepts the package as installed, resolved by %s", (name, resolution) => {
    const options = {
      target: "es2022",
      lib: ["es2022"],
      types: [],
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
    };
    const compilerOptions = { ...options, ...resolution, isolatedModules: true, noEmit: true, skipLibCheck: false };
    const config = project.write(`tsconfig.${name}.json`, JSON.stringify({ compilerOptions, include: ["*.ts"] }));
    // One run lists the files that it reads, and then what is wrong with them.
    const lines = tsc(compiler, "-p", config, "--listFiles").split("\n");
    const files = lines.filter((line) => line.endsWith(".ts"));
    expect(files.filter((file) => file.includes("@flow-catalog/events/dist/")).length).toBeGreaterThan(10);
    expect(files.filter((file) => file.includes("@flow-catalog/events/src/"))).toEqual([]);
    expect(lines.filter((line) => line !== "" && !files.includes(line))).toEqual([]);
  });
});
