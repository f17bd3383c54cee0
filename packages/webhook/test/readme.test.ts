import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { beforeAll, expect, test } from "vitest";

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
// Inside the package, so that everything is found as it is by this package.
const folder = at("../reports/readme/");
const names: string[] = [];

beforeAll(async () => {
  const readme = await readFile(at("../README.md"), "utf8");
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const [, name, code] of readme.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)) {
    names.push(name!);
    await writeFile(`${folder}${name!.replaceAll("/", "-")}`, code!);
  }
  const compilerOptions = { lib: ["es2023"], types: ["node"], skipLibCheck: true, noEmit: true };
  await writeFile(
    `${folder}tsconfig.json`,
    JSON.stringify({ extends: "../../../../tsconfig.base.json", compilerOptions }),
  );
});

test("every example of the README has a name", async () => {
  const readme = await readFile(at("../README.md"), "utf8");
  expect(names).toHaveLength(readme.match(/^```ts/gm)!.length);
  expect(names.length).toBeGreaterThan(10);
});

test("every example of the README compiles", async () => {
  const tsc = fileURLToPath(new URL("bin/tsc", import.meta.resolve("typescript/package.json")));
  const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch((error) => error);
  expect(stdout).toBe("");
});

test("the README's test passes", async () => {
  const vitest = fileURLToPath(new URL("vitest.mjs", import.meta.resolve("vitest/package.json")));
  const options = { env: { ...process.env, NO_COLOR: "1" } };
  const { stdout } = await promisify(execFile)(process.execPath, [vitest, "run", "--root", folder], options);
  expect(stdout).toMatch(/Tests\s+1 passed \(1\)/);
});
