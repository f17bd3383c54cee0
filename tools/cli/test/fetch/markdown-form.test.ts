import { expect, test } from "vitest";
import { fetchPage } from "../../src/fetch/fetch-page.ts";
import { linkedMarkdown, markdownUrls } from "../../src/fetch/markdown-urls.ts";
import { markdown, page, refusal } from "./fetching.ts";
import { answer, inTurn, redirect, sitemap, status } from "./site.ts";

const markdownAnswer = answer(markdown, { "content-type": "text/markdown; charset=utf-8" });
const preferMarkdown = true;

test("the Markdown form is taken where the site has one", async () => {
  const { url, requests } = await sitemap({ "/docs/page.md": markdownAnswer, "/docs/page": answer(page) });
  expect(await fetchPage(url("/docs/page"), { preferMarkdown })).toEqual({
    kind: "page",
    text: markdown,
    layout: "markdown",
    form: "markdown",
    url: url("/docs/page.md"),
    finalUrl: url("/docs/page.md"),
  });
  expect(requests).toHaveLength(1);
  expect(requests[0]?.headers.accept).toMatch(/^text\/markdown, text\/html;q=0\.9/);
});

test("without the option, the page itself is taken", async () => {
  const { url } = await sitemap({ "/page.md": markdownAnswer, "/page": answer(page) });
  expect(await fetchPage(url())).toMatchObject({ layout: "html", form: "page", finalUrl: url() });
});

test("a site may give the Markdown form at the page's own address", async () => {
  const { url } = await sitemap({ "/page": markdownAnswer });
  expect(await fetchPage(url(), { preferMarkdown })).toMatchObject({ layout: "markdown", form: "page" });
});

test.for([
  ["404", status(404)],
  ["410", status(410)],
  ["the HTML page", answer(page)],
  ["an HTML page called Markdown", answer(page, { "content-type": "text/markdown" })],
  ["an HTML page called text", answer(page, { "content-type": "text/plain" })],
  ["an HTML error page", answer("<title>Page not found</title><h1>404</h1>")],
  ["a redirect to the page", redirect("/page")],
] as const)("%s for the Markdown form means that there is none", async ([, listener]) => {
  const { url } = await sitemap({ "/page.md": listener, "/page": answer(page) });
  expect(await fetchPage(url(), { preferMarkdown })).toMatchObject({ kind: "page", form: "page", finalUrl: url() });
});

test.for([
  ["403", status(403), "not-allowed"],
  ["500", status(500), "server-error"],
  ["a lost connection", (request: { socket: { destroy(): void } }) => request.socket.destroy(), "connection-lost"],
  ["an empty body", answer("", { "content-type": "text/markdown" }), "empty"],
  ["broken bytes", answer(Buffer.from("# caf\xe9", "latin1"), { "content-type": "text/markdown" }), "broken-text"],
  ["JSON", answer("{}", { "content-type": "application/json" }), "not-a-document"],
  ["a loop", redirect("/page.md"), "redirect-loop"],
] as const)("%s for the Markdown form does not hide: %s", async ([, listener, code]) => {
  const { url } = await sitemap({ "/page.md": listener, "/page": answer(page) });
  const error = await refusal(url(), { preferMarkdown });
  expect(error).toMatchObject({ code, url: url("/page.md") });
  expect(error.hint).toMatch(/This is the page's Markdown form; the page itself can be asked for instead\.$/);
});

test("a passing failure of the Markdown form is tried again", async () => {
  const { url } = await sitemap({ "/page.md": inTurn(status(503), markdownAnswer), "/page": answer(page) });
  const limits = { firstWaitMs: 0 };
  expect(await fetchPage(url(), { preferMarkdown, limits })).toMatchObject({ form: "markdown" });
});

test("what fails in the page itself is said of the page", async () => {
  const { url } = await sitemap({});
  const error = await refusal(url(), { preferMarkdown });
  expect(error).toMatchObject({ code: "not-found", url: url() });
  expect(error.hint).not.toContain("Markdown");
});

test("a Markdown form that the page links to is taken", async () => {
  const linking = page.replace("</head>", '<link type="text/markdown" rel="alternate" href="raw/events.md"></head>');
  const { url } = await sitemap({ "/docs/page": answer(linking), "/docs/raw/events.md": markdownAnswer });
  const fetched = await fetchPage(url("/docs/page"), { preferMarkdown });
  expect(fetched).toMatchObject({ form: "markdown", layout: "markdown", finalUrl: url("/docs/raw/events.md") });
});

test("a link to a Markdown form that is not there leaves the page", async () => {
  const linking = page.replace("</head>", '<link rel="alternate" type="text/markdown" href="/gone"></head>');
  const { url, requests } = await sitemap({ "/page": answer(linking) });
  expect(await fetchPage(url(), { preferMarkdown })).toMatchObject({ form: "page", text: linking });
  expect(requests.map((request) => request.url)).toEqual(["/page.md", "/page", "/gone"]);
});

test("a Markdown form that was asked for already is not asked for again", async () => {
  const linking = page.replace("</head>", '<link rel="alternate" type="text/markdown" href="/page.md#top"></head>');
  const { url, requests } = await sitemap({ "/page": answer(linking) });
  expect(await fetchPage(url(), { preferMarkdown })).toMatchObject({ form: "page" });
  expect(requests.map((request) => request.url)).toEqual(["/page.md", "/page"]);
});

test.for([
  ["https://example.com/docs/page", ["/docs/page.md"]],
  ["https://example.com/docs/page?v=2#top", ["/docs/page.md?v=2"]],
  ["https://example.com/docs/v1.2", ["/docs/v1.2.md"]],
  ["https://example.com/docs/", ["/docs.md", "/docs/index.md"]],
  ["https://example.com", ["/index.md"]],
  ["https://example.com/page.html", ["/page.md", "/page.html.md"]],
  ["https://example.com/page.md", []],
  ["https://example.com/page.MDX?raw=1", []],
  ["https://example.com/llms.txt", []],
] as const)("the Markdown forms of %s", ([url, expected]) => {
  const found = markdownUrls(new URL(url)).map(({ href }) => href.replace("https://example.com", ""));
  expect(found).toEqual(expected);
});

test.for([
  ['<link rel="alternate" type="text/markdown" href="/page.md">', "https://example.com/page.md"],
  [
    "<LINK HREF=page.md TYPE='text/markdown; charset=utf-8' REL='Alternate nofollow'/>",
    "https://example.com/docs/page.md",
  ],
  [
    '<link rel="alternate" type="text/markdown" href="?format=md&amp;v=2">',
    "https://example.com/docs/page?format=md&v=2",
  ],
  ['<link rel="alternate" type="text/html" href="/page.md">', undefined],
  ['<link rel="stylesheet" type="text/markdown" href="/page.md">', undefined],
  ['<link rel="alternate" type="text/markdown">', undefined],
  ['<link rel="alternate" type="text/markdown" href="https://other.example.com/page.md">', undefined],
  ['<link rel="alternate" type="text/markdown" href="file:///etc/passwd">', undefined],
  ['<link rel="alternate" type="text/markdown" href="http://[">', undefined],
  ['<!-- <link rel="alternate" type="text/markdown" href="/page.md"> -->', undefined],
  ['<script>"<link rel=alternate type=text/markdown href=/page.md>"</script>', undefined],
] as const)("the Markdown form in %s", ([html, expected]) => {
  expect(linkedMarkdown(html, new URL("https://example.com/docs/page"))?.href).toBe(expected);
});
