import { describe, expect, test } from "vitest";
import { type Block, read } from "../src/index.ts";

async function textsOf(html: string): Promise<readonly string[]> {
  const { document } = await read({ file: "page.html", text: html });
  return document.blocks.map(textOf);
}

function textOf(block: Block): string {
  if (block.kind !== "table") return block.text;
  return [block.header, ...block.rows].map(({ cells }) => cells.map(({ text }) => text).join("|")).join("/");
}

const table = "<table><tr><td>cell</td></tr></table>";

/** What a page's content is, by how it says so. */
const contents: readonly [name: string, html: string, texts: readonly string[]][] = [
  ["its main part", `<p>out</p><main><p>in</p></main><p>out</p>`, ["in"]],
  ["what plays that part", `<p>out</p><div role="main"><p>in</p></div>`, ["in"]],
  ["the main part that can be seen", `<main hidden><p>out</p></main><main><p>in</p></main>`, ["in"]],
  ["all of it where several claim to be", `<main><p>a</p></main><main><p>b</p></main>`, ["a", "b"]],
  ["its one article", `<p>out</p><article><p>in</p></article>`, ["in"]],
  ["all of it where there are several articles", `<article>a</article><article>b</article>`, ["a", "b"]],
  ["all of it where a table is beside the article", `<article>a</article>${table}`, ["a", "cell"]],
  ["the article of its main part", `<main><div>out</div><article><h1>t</h1>${table}</article></main>`, ["t", "cell"]],
  ["its main part where a table is beside the article", `<main><article>a</article>${table}</main>`, ["a", "cell"]],
  ["its main part where the title is beside the article", `<main><h1>t</h1><article>a</article></main>`, ["t", "a"]],
  ["its body, without a word on what is content", `<header>out</header><p>in</p><footer>out</footer>`, ["in"]],
  ["its body, with a header that holds the title", `<header>Site<h1>t</h1></header><p>in</p>`, ["Site", "t", "in"]],
  ["its body, with headers of its parts", `<section><header>Part</header><p>in</p></section>`, ["Part", "in"]],
  ["what is beside an empty main part", `<div><p>in</p></div><main><div></div></main>`, ["in"]],
  ["nothing, where there is nothing", ``, []],
  ["nothing, where it is a set of frames", `<frameset><frame src="a"></frameset>`, []],
];

/** What is noise, and what only looks like it. */
const noise: readonly [name: string, html: string, texts: readonly string[]][] = [
  ["navigation", `<nav>x</nav><div role="navigation">x</div><p>in</p>`, ["in"]],
  ["a side column of links", `<aside><h4>More</h4><a href="/a">Another page</a></aside><p>in</p>`, ["in"]],
  [
    "no aside with something to say",
    `<aside>Boats float, <a href="/w">on water</a>.</aside>`,
    ["Boats float, on water."],
  ],
  ["a box of links named so", `<div class="sideBar_x1"><p>See</p><a href="/a">this and that</a></div>`, []],
  [
    "no box that is only named so",
    `<div class="sidebar">A side bar shows the time.</div>`,
    ["A side bar shows the time."],
  ],
  ["no box with a table in it", `<div class="toc"><a href="/a">a</a>${table}</div>`, ["a", "cell"]],
  ["a question about the page", `<div class="page-feedback">Was this page helpful?</div>`, []],
  [
    "no long text, whatever it is named",
    `<div class="page-feedback">${"word ".repeat(200)}</div>`,
    ["word ".repeat(200).trim()],
  ],
  ["a list of places on the page", `<ul><li><a href="#a">a</a></li><li><a href="#b">b</a></li></ul>`, []],
  ["no list of other pages", `<ul><li><a href="/a">a</a></li></ul>`, ["- a"]],
  ["links to the pages beside it", `<p><a href="/a">← Previous</a> · <a href="/b">Next page »</a></p>`, []],
  ["no sentence with such a word", `<p>Press <a href="/b">Next</a>.</p>`, ["Press Next."]],
  ["links that say so themselves", `<div><a rel="prev" href="/a">Boats</a><a rel="next" href="/c">Masts</a></div>`, []],
  ["no such link in a sentence", `<p>Read on in <a rel="next" href="/c">Masts</a>.</p>`, ["Read on in Masts."]],
  ["no such word in a cell", `<table><tr><td><a href="/b">Next</a></td></tr></table>`, ["Next"]],
  ["permanent links", `<p id="p">a<a href="#p">¶</a></p><h2><a href="#t">T</a> <a href="#t">🔗</a></h2>`, ["a", "T"]],
  ["no link to a place on the page that says something", `<p>See <a href="#b">below</a>.</p>`, ["See below."]],
  [
    "what is named so, but not by the mark of a build",
    `<a class="x_toc" href="/a">a</a><p class="y_A1toc"><a href="/b">b</a></p>`,
    ["b"],
  ],
];

describe("the content of a page is", () => {
  test.each(contents)("%s", async (_, html, texts) => {
    expect(await textsOf(html)).toEqual(texts);
  });
});

describe("noise is", () => {
  test.each(noise)("%s", async (_, html, texts) => {
    expect(await textsOf(`<main>${html}</main>`)).toEqual(texts);
  });
});

describe("what a page says about itself", () => {
  const frontOf = async (head: string, body = "") => {
    const { document } = await read({ file: "page.html", text: `<head>${head}</head><body>${body}</body>` });
    return { ...document.front };
  };
  const title = "<title>Head\n  title</title>";
  const openGraph = '<meta property="og:title" content="Shared title">';

  test("is its one title, or what its head says", async () => {
    expect(await frontOf(title + openGraph, "<h1>Own <code>title</code></h1>")).toEqual({ title: "Own title" });
    expect(await frontOf(title + openGraph, "<h1>a</h1><h1>b</h1>")).toEqual({ title: "Shared title" });
    expect(await frontOf(title, "<h2>a</h2>")).toEqual({ title: "Head title" });
    expect(await frontOf("", "<p>a</p>")).toEqual({});
  });

  test("is a date only where it is named and certain", async () => {
    const published = '<meta property="article:published_time" content="2024-02-29T23:00:00+02:00">';
    expect(await frontOf(published)).toEqual({ published: "2024-02-29" });
    const day = (date: string) => `<time itemprop="dateModified" datetime="${date}">then</time>`;
    expect(await frontOf("", day("2025-05-07") + day("2025-05-07T10:00"))).toEqual({ updated: "2025-05-07" });
    expect(await frontOf("", day("2025-05-07") + day("2025-05-08"))).toEqual({});
    expect(await frontOf("", day("2025-05-07") + day("last week"))).toEqual({});
    expect(await frontOf("", '<time datetime="2025-05-07">then</time>')).toEqual({});
  });
});
