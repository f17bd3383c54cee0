import { readFileSync } from "node:fs";
import { join } from "node:path";
import { micromark } from "micromark";
import { gfm, gfmHtml } from "micromark-extension-gfm";
import { describe, expect, it } from "vitest";
import { repository } from "../src/repository.ts";
import { realProject } from "./project.ts";

const PAGE = "docs/sources/end-user-flow-events.md";
const CONFIG = ["--config", "docs/catalog.config.ts"];

const markdown = readFileSync(join(repository, PAGE), "utf8");
const content = markdown.replace(/^---\n[\s\S]*?\n---\n/, "");

/** The page as a documentation site would serve it: made by another program, with all that stands around a page. */
const html = `<!doctype html>
<html lang="en"><head><title>End-user flow events (table)</title><link rel="stylesheet" href="/app.5f3a91.css"></head>
<body class="theme-8c1"><header><nav><ul><li><a href="/">Home</a></li><li><a href="/docs">Docs</a></li></ul></nav></header>
<main id="content-77ab"><article>
${micromark(content, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })}
</article></main><footer>Was this page helpful?</footer><script>track("e41b")</script></body></html>`;

const layouts = {
  md: markdown,
  mdx: markdown.replaceAll("<br>", "<br />"),
  html,
  txt: readFileSync(join(repository, "tools/read/test/fixtures/text-flow/page.txt"), "utf8"),
};

describe("the same content in any layout", () => {
  it.each(Object.entries(layouts))("as .%s gives the same catalog", async (ending, text) => {
    const at = realProject();
    at.write(`incoming.${ending}`, text);
    const pulled = await at.catalog("pull", "end-user-flow-events", "--from", `incoming.${ending}`, ...CONFIG);
    expect([pulled.exit, pulled.err]).toEqual([0, ""]);
    expect((await at.catalog("generate", ...CONFIG)).exit).toBe(0);
    expect(at.read("packages/catalog/catalog.json")).toBe(
      readFileSync(join(repository, "packages/catalog/catalog.json"), "utf8"),
    );
  });

  it("is untouched by what stands around it in the next build of the site", async () => {
    const at = realProject();
    at.write("incoming.html", html);
    await at.catalog("pull", "end-user-flow-events", "--from", "incoming.html", ...CONFIG);
    const before = at.read(PAGE);
    at.write(
      "incoming.html",
      html.replaceAll(/8c1|77ab|5f3a91|e41b/g, "ffff").replace("Was this page helpful?", "Rate this page"),
    );
    const { out } = await at.catalog("pull", "end-user-flow-events", "--from", "incoming.html", ...CONFIG);
    expect(out).toContain("says the same");
    expect(at.read(PAGE)).toBe(before);
  });

  it.each([
    ["every code span lost", html.replaceAll(/<code>[^<]*<\/code>/g, "")],
    ["its tables cut in the middle", html.slice(0, html.indexOf("barcode_scan_failed"))],
    ["cells glued together", html.replaceAll(/<\/td>\s*<td>/g, " ")],
  ])("with %s is refused", async (_, broken) => {
    const at = realProject();
    const before = at.snapshot();
    at.write("incoming.html", broken);
    const { exit } = await at.catalog("pull", "end-user-flow-events", "--from", "incoming.html", ...CONFIG);
    const refused = exit === 3 || (await at.catalog("generate", ...CONFIG)).exit === 3;
    expect(refused).toBe(true);
    at.remove("incoming.html");
    const outputs = Object.keys(before).filter((file) => file !== PAGE);
    for (const file of outputs) expect(at.read(file)).toBe(before[file]);
  });
});
