import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type ReadInput, read, type TextLayout, writeMarkdown } from "../src/index.ts";
import { listing } from "./listing.ts";
import { said } from "./support.ts";

const folder = new URL("fixtures/", import.meta.url);

async function input(name: string): Promise<ReadInput & { readonly text: string }> {
  const file = readdirSync(new URL(`${name}/`, folder)).find((entry) => entry.startsWith("page."))!;
  const text = readFileSync(new URL(`${name}/${file}`, folder), "utf8");
  const described = new URL(`${name}/layout.ts`, folder);
  if (!existsSync(described)) return { file, text };
  const { layout } = (await import(described.href)) as { layout: TextLayout };
  return { file, text, textLayout: layout };
}

/** A folder is a case: a page, for flattened text its description, and what reading it gives. */
describe.each(readdirSync(folder))("%s", (name) => {
  test("reads as expected", async () => {
    const result = await read(await input(name));
    await expect(listing(result)).toMatchFileSnapshot(`fixtures/${name}/expected.json`);
  });

  test("reads the same with a byte-order mark and Windows line endings", async () => {
    const page = await input(name);
    const windows = { ...page, text: `\uFEFF${page.text.replaceAll("\n", "\r\n")}` };
    expect(await read(windows)).toEqual(await read(page));
  });

  test("says the same when written as Markdown", async () => {
    const { document } = await read(await input(name));
    const written = writeMarkdown(document);
    const { document: again, diagnostics } = await read({ file: "page.md", text: written });
    expect(diagnostics).toEqual([]);
    expect(said(again)).toEqual(said(document));
    expect(writeMarkdown(again)).toBe(written);
  });
});
