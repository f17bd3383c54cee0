import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type EmitInput, emitters, MARKER } from "../src/index.ts";

/** Each folder is a catalog and what each emitter makes of it: reviewed by reading, held by comparing. */
const folder = join(import.meta.dirname, "fixtures");

describe.each(readdirSync(folder))("%s", (name) => {
  const input = JSON.parse(readFileSync(join(folder, name, "input.json"), "utf8")) as EmitInput;

  describe.each(emitters.map((emitter) => emitter.id))("%s", (id) => {
    it("emits what it should, marked as generated, twice the same", async () => {
      const emitter = emitters.find((each) => each.id === id)!;
      const options = id === "typescript" ? {} : input.options;
      const files = await emitter.emit({ ...input, options });
      expect(await emitter.emit({ ...input, options })).toEqual(files);
      expect(files.length).toBeGreaterThan(0);
      for (const { path, text } of files) {
        await expect(text).toMatchFileSnapshot(join(folder, name, "expected", id, path));
        expect(text.split("\n", 2).join()).toContain(MARKER);
        expect(text).toContain("pnpm catalog generate");
        expect(text).toMatch(/[^\n]\n$/);
        expect(text).not.toMatch(/[ \t\r]$/m);
      }
      const expected = readdirSync(join(folder, name, "expected", id), { recursive: true, withFileTypes: true });
      expect(expected.filter((each) => each.isFile()).length).toBe(files.length);
    });
  });
});
