import { expect, onTestFinished } from "vitest";
import { browse } from "../src/browse.ts";
import { serve } from "../src/serve.ts";
import { unseen } from "../src/visible.ts";
import { chromiumPath, inBrowser, word } from "./browser.ts";

const html = `<style>
  body { margin: 0 }
  .cover { position: fixed; inset: 0 0 0 50%; background: black }
  .half { width: 40% }
</style>
<p class="half">In plain sight,
  over  two lines</p>
<p class="half"><b>Partly</b> bold</p>
<p class="half" style="margin-top: 5000px">Far down</p>
<p class="half" style="display: none">Not displayed</p>
<p class="half" style="visibility: hidden">Not visible</p>
<p style="margin-left: 60%">Behind something</p>
<p style="white-space: nowrap; margin-left: 45%">Half of it behind something, because it is a very long line of text</p>
<p class="half" title="Only an attribute">Other</p>
<div class="cover"></div>`;

inBrowser(`what is hidden, covered or not there is not seen${word}`, async () => {
  const { url, close: stop } = await serve({ name: "Test", html, files: {}, expand: async () => {} });
  onTestFinished(stop);
  const { page, close } = await browse(chromiumPath, url);
  onTestFinished(close);
  const seen = ["In plain sight, over two lines", "Partly bold", "Far down"];
  const notSeen = [
    "Not displayed",
    "Not visible",
    "Behind something",
    "Half of it behind something, because it is a very long line of text",
    "Only an attribute",
    "Nowhere",
  ];
  expect(await unseen(page, [...seen, ...notSeen])).toEqual(notSeen);
});
