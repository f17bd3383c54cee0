import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { emitterById } from "../src/index.ts";
import { catalogOf, entry, input, vocabulary } from "./support/catalog.ts";

const compiler = join(import.meta.dirname, "../../../node_modules/typescript/bin/tsc");
const fixtures = join(import.meta.dirname, "fixtures.tsconfig.json");

it("is TypeScript that the strictest configuration accepts", () => {
  const listed = execFileSync(process.execPath, [compiler, "-p", fixtures, "--listFilesOnly"], { encoding: "utf8" });
  expect(listed.split("\n").filter((file) => file.includes("/expected/")).length).toBeGreaterThan(30);
  expect(run(fixtures)).toBe("");
});

it("is accepted as well where a vocabulary has thousands of values, related ones and numbered ones", async () => {
  const entries = Array.from({ length: 1_500 }, (_, index) =>
    entry(`value_${index}`, `Name${index}`, {
      attributes: { code: index },
      relations: { group: [{ value: `group_${index % 3}` }, { value: `group_${(index + 1) % 3}` }] },
    }),
  );
  const groups = ["group_0", "group_1", "group_2"].map((value, index) => entry(value, `Group${index}`));
  const code = {
    title: "Code",
    type: "integer",
    exports: { type: "Code", list: "codes", module: "code", to: "codeOf", from: "thingOf" },
  } as const;
  const catalog = catalogOf({
    group: vocabulary("Group", groups),
    thing: vocabulary("Thing", entries, {
      attributes: { code },
      relations: { group: { to: "groupsOf", from: "thingsOf" } },
    }),
  });
  const files = await emitterById("typescript")!.emit(input(catalog));

  const folder = mkdtempSync(join(tmpdir(), "flow-catalog-emit-"));
  try {
    for (const { path, text } of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    const project = join(folder, "tsconfig.json");
    writeFileSync(
      project,
      JSON.stringify({ extends: fixtures, compilerOptions: { noEmit: true }, include: ["**/*.ts"] }),
    );
    expect(run(project).slice(0, 1_000)).toBe("");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function run(project: string): string {
  try {
    return execFileSync(process.execPath, [compiler, "-p", project], { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
