import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const folder = join(import.meta.dirname, "../../web");
const files = globSync("**/*.{ts,tsx,html}", { cwd: folder });

/** Ways in which a text could become markup, a program or a style. */
const ways = [
  /dangerouslySetInnerHTML/,
  /\.(inner|outer)HTML\b/,
  /insertAdjacentHTML|createContextualFragment|DOMParser|srcdoc/i,
  /document\.write/,
  /\beval\(|new Function\(/,
  /javascript:/i,
  /<script(?![^>]*\bsrc=)/i,
  /<style\b/i,
  /\son[a-z]+="/,
];

test.each(files)("%s makes no markup out of text", (file) => {
  const text = readFileSync(join(folder, file), "utf8");
  expect(ways.filter((way) => way.test(text))).toEqual([]);
});

test("the files were found", () => {
  expect(files).toContain("index.html");
  expect(files.length).toBeGreaterThan(40);
});
