import { catalog } from "@flow-catalog/catalog";
import { describe, expect, onTestFinished } from "vitest";
import { browse } from "../src/browse.ts";
import { serve } from "../src/serve.ts";
import { viewers } from "../src/viewers.ts";
import { unseen } from "../src/visible.ts";
import { chromiumPath, inBrowser, word } from "./browser.ts";

const entries = Object.values(catalog.vocabularies).flatMap((vocabulary) => vocabulary.entries);
/** Every text of every entry; where one has paragraphs, each of them. */
const texts = entries.flatMap(({ descriptions }) => descriptions.flatMap(({ text }) => text.split(/\n+/)));

describe.each(viewers)("$name", (viewer) => {
  inBrowser(`shows every description to a reader who opens everything${word}`, async () => {
    const { url, close: stop } = await serve(viewer);
    onTestFinished(stop);
    const { page, close } = await browse(chromiumPath, url);
    onTestFinished(close);
    await page
      .getByText(/end-user flow/i)
      .first()
      .waitFor();

    const before = await unseen(page, texts);
    expect(before.length).toBeGreaterThan(0);
    await viewer.expand(page);
    expect(await unseen(page, texts)).toEqual([]);
    expect(texts.length).toBeGreaterThan(95);
    await page.getByText("document_detection_screen_shown").last().scrollIntoViewIfNeeded();
    await page.screenshot({ path: `reports/${viewer.name.replace(/\W+/g, "-").toLowerCase()}.png` });
  });
});
