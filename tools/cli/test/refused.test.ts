import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { project } from "./project.ts";

// Each folder holds a page that is refused and, word for word, what is said of it. With UPDATE=1 the words are written.
const fixtures = join(import.meta.dirname, "fixtures/refused");
const cases = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe("a page that is refused", () => {
  it.each(cases.map(({ name }) => name))("%s", async (name) => {
    const at = project();
    cpSync(join(fixtures, "catalog.config.ts"), join(at.folder, "catalog.config.ts"));
    cpSync(join(fixtures, name), at.folder, { recursive: true, filter: (file) => !file.endsWith("expected.txt") });
    const before = at.snapshot();
    const { exit, err } = await at.catalog("generate", "--config", "catalog.config.ts");
    const expected = join(fixtures, name, "expected.txt");
    if (process.env.UPDATE === "1") writeFileSync(expected, err);
    expect(err).toBe(readFileSync(expected, "utf8"));
    expect(exit).toBe(3);
    expect(at.snapshot()).toEqual(before);
  });
});
