import { readFileSync } from "node:fs";
import { join } from "node:path";
import { compileRules } from "@tools/compile";
import { readRules } from "@tools/read";
import { describe, expect, it } from "vitest";
import { repository } from "../src/repository.ts";

const text = readFileSync(join(repository, "docs/diagnostics.md"), "utf8");
const sections = new Map(
  text
    .split(/^### /m)
    .slice(1)
    .map((section) => [/^`([^`]+)`/.exec(section)?.[1] ?? section.slice(0, 30), section]),
);
const rules = [...Object.values(compileRules), ...readRules];

describe("docs/diagnostics.md", () => {
  it.each(rules.map((rule) => [rule.id, rule]))("explains %s: what it means, and how to fix it", (id, rule) => {
    const section = sections.get(id) ?? "";
    expect(section.toLowerCase()).toContain(`${rule.severity}.`);
    expect(section).toMatch(/\*\*Fix\.\*\* \S/);
  });

  it("explains no rule that there is not", () => {
    const ids = new Set(rules.map(({ id }) => id));
    expect([...sections.keys()].filter((id) => !ids.has(id))).toEqual([]);
  });
});
