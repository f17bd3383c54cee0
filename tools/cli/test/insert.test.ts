import { describe, expect, it } from "vitest";
import { insert } from "../src/insert.ts";
import { CONFIG, check, colours, generate, PAGE } from "./colours.ts";
import type { Project } from "./project.ts";

/** Inserts beside everything else that it makes. */
const INSERTING = CONFIG.replace(
  "    emit: [",
  '    insert: [{ emitter: "markdown-values", into: "README.md" }],\n    emit: [',
);
const README = "# Mine\n\n<!-- values -->\n<!-- /values -->\n\nAlso mine.\n";

const withReadme = (readme?: string): Project =>
  colours({ "catalog.config.ts": INSERTING, ...(readme !== undefined && { "README.md": readme }) });

describe("a section of a text", () => {
  it("is made between its two lines, and nothing else of the text changes", async () => {
    const at = withReadme(README);
    expect((await generate(at)).out).toContain("README.md");
    const text = at.read("README.md");
    expect(text).toMatch(/^# Mine\n\n<!-- values: made from the catalog .* -->\n\n### Colour\n/);
    expect(text).toMatch(/\| `blue` \| Like the sky \|\n\n<!-- \/values -->\n\nAlso mine\.\n$/);
    expect((await check(at)).exit).toBe(0);
  });

  it("follows the page and leaves what somebody writes around it", async () => {
    const at = withReadme(README);
    await generate(at);
    at.write("README.md", at.read("README.md").replace("Also mine.", "More of mine."));
    at.write("colours.md", PAGE.replace("blood", "wine"));
    await generate(at);
    expect(at.read("README.md")).toContain("Like wine");
    expect(at.read("README.md")).toContain("More of mine.");
    expect(at.read("README.md")).not.toContain("Like blood");
  });

  it("is not made in a text that is not UTF-8, which writing it would damage", async () => {
    const at = withReadme();
    at.write("README.md", Buffer.from(README.replace("Mine", "Caf\xe9"), "latin1"));
    const before = at.snapshot();
    const { exit, err } = await generate(at);
    expect([exit, err]).toEqual([3, expect.stringContaining("README.md:1:6  error not-utf-8")]);
    expect(at.snapshot()).toEqual(before);
  });

  it.each([
    ["edited by hand", (text: string) => text.replace("Like blood", "Like roses")],
    ["emptied", () => README],
  ])("is stale when %s", async (_, change) => {
    const at = withReadme(README);
    await generate(at);
    const made = at.read("README.md");
    at.write("README.md", change(made));
    const { exit, err } = await check(at);
    expect(exit).toBe(1);
    expect(err).toContain("stale    README.md");
    await generate(at);
    expect(at.read("README.md")).toBe(made);
  });

  it("begins a text that is not there yet", async () => {
    const at = withReadme();
    await generate(at);
    expect(at.read("README.md")).toMatch(/^<!-- values: [^\n]* -->\n\n### Colour\n(?:.*\n)*<!-- \/values -->\n$/);
  });

  it.each([
    ["no lines", "# Mine\n"],
    ["no end", "<!-- values -->\n"],
    ["the end first", "<!-- /values -->\n<!-- values -->\n"],
    ["two of it", README + README],
    ["its lines inside others", "So: <!-- values -->\n- <!-- /values -->\n"],
  ])("is refused where its place is not clear: %s", async (_, readme) => {
    const at = withReadme(readme);
    const before = at.snapshot();
    const { exit, err } = await generate(at);
    expect(exit).toBe(2);
    expect(err).toContain(
      "README.md needs the lines <!-- values --> and <!-- /values -->, once each and in this order",
    );
    expect(at.snapshot()).toEqual(before);
  });

  it("cannot be several files", async () => {
    const at = withReadme(README);
    at.write("catalog.config.ts", INSERTING.replace("markdown-values", "typescript"));
    const { exit, err } = await generate(at);
    expect([exit, err]).toEqual([2, expect.stringContaining("typescript emits several files")]);
  });

  it("keeps the line ends of its text, and is the same when it is made again", () => {
    const { text } = insert("a\r\n<!-- values -->\r\n<!-- /values -->\r\nb\r\n", "values", "one\ntwo\n") as {
      text: string;
    };
    expect(text).toMatch(/^a\r\n<!-- values: [^\n]* -->\r\n\r\none\r\ntwo\r\n\r\n<!-- \/values -->\r\nb\r\n$/);
    expect(insert(text, "values", "one\ntwo\n")).toEqual({ text });
  });
});
