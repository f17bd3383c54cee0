import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { emitters, MARKER } from "../src/index.ts";
import { fixtureInput, fixtureNames, fixtures } from "./support/fixtures.ts";

/** Each folder is a catalog and what each emitter makes of it: reviewed by reading, held by comparing. */
describe.each(fixtureNames)("%s", (name) => {
  describe.each(emitters)("$id", (emitter) => {
    const { id } = emitter;
    const folder = join(fixtures, name, "expected", id);

    it("emits what it should, twice the same", async () => {
      const input = fixtureInput(name, id);
      const files = await emitter.emit(input);
      expect(await emitter.emit(input)).toEqual(files);
      expect(files.length).toBeGreaterThan(0);
      for (const { path, text } of files) {
        await expect(text).toMatchFileSnapshot(join(folder, path));
        const csv = path.endsWith(".csv");
        expect(text).toMatch(csv ? /[^\r\n]\r\n$/ : /[^\n]\n$/);
        if (!csv) expect(text).not.toMatch(/[ \t\r]$/m);
      }
      const expected = readdirSync(folder, { recursive: true, withFileTypes: true });
      expect(expected.filter((each) => each.isFile()).length).toBe(files.length);
    });

    it("marks what it emits as generated, or the file that describes it", async () => {
      const files = await emitter.emit(fixtureInput(name, id));
      for (const { path, text } of files) {
        const marked = [
          text,
          ...files.filter((each) => each.path === `${path}-metadata.json`).map((each) => each.text),
        ];
        const heads = marked.map((each) => each.split("\n", 2).join());
        // What is inserted into a text is no file by itself: the lines around it say what it is.
        const expected = id !== "markdown-values";
        expect(heads.some((head) => head.includes(MARKER) && head.includes("pnpm catalog generate"))).toBe(expected);
      }
    });
  });
});
