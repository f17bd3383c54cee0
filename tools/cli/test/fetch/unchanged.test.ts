import type { RequestListener } from "node:http";
import { expect, test } from "vitest";
import { fetchPage } from "../../src/fetch/fetch-page.ts";
import { markdown, page, refusal } from "./fetching.ts";
import { answer, redirect, site, sitemap, status } from "./site.ts";

const etag = '"v1"';
const lastModified = "Fri, 20 Mar 2026 08:00:00 GMT";

/** Answers as a server that knows its version does. */
function versioned(body: string, type: string): RequestListener {
  return (request, response) => {
    const current = request.headers["if-none-match"] === etag || request.headers["if-modified-since"] === lastModified;
    if (current) response.writeHead(304, { etag }).end();
    else answer(body, { "content-type": type, etag, "last-modified": lastModified })(request, response);
  };
}

test("an answer's validators, given back, find the page unchanged", async () => {
  const { url } = await site(versioned(page, "text/html"));
  const first = await fetchPage(url());
  expect(first).toMatchObject({ kind: "page", etag, lastModified });
  const again = await fetchPage(url(), { known: { ...first, url: first.finalUrl } });
  expect(again).toEqual({ kind: "unchanged", form: "page", url: url(), finalUrl: url(), etag, lastModified });
});

test.for([{ etag }, { lastModified }])("one validator is enough", async (validators) => {
  const { url, requests } = await site(versioned(page, "text/html"));
  expect(await fetchPage(url(), { known: { url: url(), ...validators } })).toMatchObject({ kind: "unchanged" });
  expect(requests[0]?.headers).toMatchObject({ "user-agent": "flow-catalog (+documentation watcher)" });
});

test("another version is the page", async () => {
  const { url } = await site(versioned(page, "text/html"));
  expect(await fetchPage(url(), { known: { url: url(), etag: '"v0"' } })).toMatchObject({ kind: "page", etag });
});

test("validators go only to the address that they came from", async () => {
  const { url, requests } = await sitemap({
    "/page": redirect("/v2/page"),
    "/v2/page": versioned(page, "text/html"),
  });
  // Had the old address's validator been sent, this other page would have passed for the old one, unchanged.
  expect(await fetchPage(url(), { known: { url: url("/v1/page"), etag } })).toMatchObject({ kind: "page" });
  const known = { url: url("/v2/page"), etag };
  expect(await fetchPage(url(), { known })).toMatchObject({ kind: "unchanged", finalUrl: url("/v2/page") });
  expect(requests.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, undefined, undefined, etag]);
});

test("the Markdown form is found unchanged too", async () => {
  const { url } = await sitemap({ "/page.md": versioned(markdown, "text/markdown"), "/page": answer(page) });
  const first = await fetchPage(url(), { preferMarkdown: true });
  const again = await fetchPage(url(), { preferMarkdown: true, known: { ...first, url: first.finalUrl } });
  expect(again).toMatchObject({ kind: "unchanged", form: "markdown", finalUrl: url("/page.md") });
});

test("a server that says unchanged without having been asked is refused", async () => {
  const { url } = await site(status(304));
  expect(await refusal(url())).toMatchObject({ code: "unexpected-status", status: 304 });
  expect(await refusal(url(), { known: { url: url("/other"), etag } })).toMatchObject({ code: "unexpected-status" });
});

test.for([
  ["bare", undefined],
  ['"two" lines', undefined],
  ['W/"weak"', 'W/"weak"'],
])("the validator %s is taken as %s", async ([given, expected]) => {
  const { url, requests } = await site(answer(page, { etag: given! }));
  const fetched = await fetchPage(url());
  expect(fetched.etag).toBe(expected);
  await fetchPage(url(), { known: { url: url(), etag: given! } });
  expect(requests[1]?.headers["if-none-match"]).toBe(expected);
});

test("a validator that is no header value is not sent", async () => {
  const { url, requests } = await site(answer(page));
  await fetchPage(url(), { known: { url: url(), etag: '"a"\r\nx-evil: 1', lastModified: "now\n" } });
  expect(requests[0]?.headers).not.toHaveProperty("x-evil");
  expect(requests[0]?.headers).not.toHaveProperty("if-none-match");
  expect(requests[0]?.headers).not.toHaveProperty("if-modified-since");
});
