import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compilers, tsc } from "./support/compilers.ts";
import { createProject, type Project } from "./support/project.ts";
import { buildTomorrow, type Tomorrow } from "./support/tomorrow.ts";

/** What somebody writes who has read the README and nothing else: its own examples. */
const readme = readFileSync(join(import.meta.dirname, "../README.md"), "utf8");
const examples = [...readme.matchAll(/^```ts (\S+)\n(.*?)^```$/gms)].map(([, name = "", code = ""]) => ({
  name,
  code,
}));
/** Calls the README's `handle` with a plain string that no version has to know. */
const CALL = 'import { handle } from "./handle.ts";\nconsole.log(handle("flow_paused"));\n';

const options = {
  target: "es2022",
  lib: ["es2022", "dom"],
  module: "preserve",
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  allowImportingTsExtensions: true,
  noEmit: true,
  skipLibCheck: false,
};

function readerOf(project: Project): string {
  for (const { name, code } of examples) project.write(name, code);
  project.write("call.ts", CALL);
  return project.write("tsconfig.json", JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
}

const today = createProject();
const config = readerOf(today);
let next: Tomorrow;
let tomorrow: Project;
beforeAll(() => {
  next = buildTomorrow("| `7011` | `flow_paused` | yes | The end-user has paused the flow | documented |");
  tomorrow = createProject(next.folder);
  readerOf(tomorrow);
});
afterAll(() => {
  today.remove();
  tomorrow?.remove();
  next?.remove();
});

it("every example has a name, and there is one for each thing that people do", () => {
  expect(examples.length).toBe(readme.match(/^```ts/gm)?.length);
  expect(examples.map(({ name }) => name)).toEqual(["handle.ts", "lost.ts", "words.ts", "schema.ts"]);
});

describe.each(Object.entries(compilers))("a project by the README, with TypeScript %s", (_, compiler) => {
  it("compiles today", () => {
    expect(tsc(compiler, "-p", config)).toBe("");
  });

  it("stops at its switch, and only there, when an action is added", () => {
    const problems = tsc(compiler, "-p", join(tomorrow.folder, "tsconfig.json"));
    expect(problems).toMatch(/^[^\n]*handle\.ts\(\d+,\d+\): error TS2366: [^\n]*\n$/);
  });

  it("compiles again when the switch has the new action", () => {
    const handle = examples.find(({ name }) => name === "handle.ts")?.code ?? "";
    tomorrow.write(
      "handle.ts",
      handle.replace("  }\n}", '    case EventAction.FlowPaused:\n      return "Paused";\n  }\n}'),
    );
    try {
      expect(tsc(compiler, "-p", join(tomorrow.folder, "tsconfig.json"))).toBe("");
    } finally {
      tomorrow.write("handle.ts", handle);
    }
  });
});

describe("a project by the README, when it runs", () => {
  const run = (name: string) => execFileSync(process.execPath, [join(today.folder, name)], { encoding: "utf8" });

  it("keeps and handles tomorrow's action", () => {
    expect(run("call.ts")).toBe("Not known yet: flow_paused\n");
  });

  it("prints what the README says", () => {
    expect(run("words.ts")).toMatch(/^Client started\n\[\n? *[^\n]*\n?\]\nNot known yet\n$/);
    expect(run("schema.ts")).toMatch(/^Expected a known value: client_started, /);
    expect(run("lost.ts")).toBe("");
  });
});
