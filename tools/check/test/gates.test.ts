import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { gates } from "../src/gates/list.ts";
import { printed } from "../src/gates/print.ts";
import { type Check, runGates } from "../src/gates/run.ts";
import { packAll } from "../src/packed/world.ts";
import { repositoryWith } from "./repository.ts";

const faults = join(import.meta.dirname, "fixtures/faults");

/** What a gate sees of the sound repository with a fault planted in it. */
async function seen(gateName: string, fault?: string): Promise<readonly Check[]> {
  const repository = repositoryWith(fault);
  onTestFinished(repository.remove);
  const world = await packAll(repository.folder);
  onTestFinished(world.remove);
  const checks: Check[] = [];
  const chosen = gates.filter(({ name }) => name === gateName);
  for await (const check of runGates(chosen, world, { update: false })) checks.push(check);
  return checks;
}

describe.each(gates.map(({ name }) => name))("the gate %s", (gate) => {
  it("passes where everything holds, and says what it looked at", async () => {
    const checks = await seen(gate);
    expect(checks.map(printed).join("\n")).toMatch(/^(ok|skip) /);
    expect(checks.flatMap(({ checked }) => checked).length).toBeGreaterThan(0);
  });

  it.for(readdirSync(join(faults, gate)))("sees the planted fault %s", async (name, { skip }) => {
    const fault = join(faults, gate, name);
    const output = (await seen(gate, fault)).map(printed).join("\n");
    skip(/^skip /.test(output), output);
    expect(output).toMatch(/^FAIL /m);
    const expected = readFileSync(join(fault, "expected.txt"), "utf8").trim().split("\n");
    for (const line of expected) expect(output).toContain(line);
  });
});

describe("planted faults", () => {
  it("are all of gates that there are", () => {
    expect(readdirSync(faults).sort()).toEqual(gates.map(({ name }) => name).sort());
  });
});

describe("the loop", () => {
  const world = { root: "/nowhere", packages: [], remove: async () => {} };

  it("fails a gate for packages where there is none", async () => {
    const [gate] = gates.filter(({ of }) => of === "package");
    for await (const { problems } of runGates([gate!], world, { update: false }))
      expect(problems).toEqual([{ message: "Nothing was checked" }]);
  });

  it.each([
    ["looked at nothing", () => ({ checked: [], problems: [] }), "Nothing was checked"],
    [
      "breaks",
      () => {
        throw new Error("Cannot look");
      },
      "Cannot look",
    ],
  ])("fails a gate that %s", async (_, look, message) => {
    const gate = { name: "x", holds: "x", of: "repository", look } as const;
    for await (const check of runGates([gate], world, { update: false })) {
      expect(printed(check)).toMatch(/^FAIL /);
      expect(printed(check)).toContain(message);
    }
  });
});
