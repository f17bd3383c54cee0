import { inspect } from "node:util";
import { expect, test } from "vitest";
import { codes } from "../../src/fetch/codes.ts";
import { fetchPage, userAgent } from "../../src/fetch/fetch-page.ts";
import { showBytes, showText, showTime, showUrl } from "../../src/fetch/show.ts";
import { page, refusal } from "./fetching.ts";
import { answer, nobody, redirect, site, status } from "./site.ts";

test.for([
  ["file:///etc/passwd", "only http and https are fetched"],
  ["data:text/html,<h1>hidden</h1>", "only http and https are fetched"],
  ["ftp://example.com/hidden", "only http and https are fetched"],
  ["javascript:hidden", "only http and https are fetched"],
  ["https://user:hidden@example.com/", "it holds a user name or a password"],
  ["https://hidden@example.com/", "it holds a user name or a password"],
  ["https://user:hid/hidden@example.com/", "this is no address"],
  ["https://user:hid?hidden#hidden@ho st/", "this is no address"],
  ["https://ho st/?token=hidden", "this is no address"],
  ["/docs/page", "this is no address"],
  ["", "this is no address"],
])("%s is never fetched", async ([url, says]) => {
  const error = await refusal(url!);
  expect(error).toMatchObject({ code: "url-not-allowed", family: "usage", tries: 0 });
  expect(error.message).toContain(says);
  expect(inspect(error)).not.toContain("hidden");
});

test.for([
  ["a status", async () => (await site(status(404))).url()],
  ["a connection", nobody],
  ["a redirect", async () => (await site(redirect("/page?token=hidden"))).url()],
  ["a redirect elsewhere", async () => (await site(redirect("ftp://hidden:hidden@127.0.0.1/hidden"))).url()],
] as const)("no secret of an address is in the error of %s", async ([, start]) => {
  const url = `${await start()}?key=hidden&hidden#hidden`;
  const error = await refusal(url, { limits: { retries: 0 } });
  expect(error.message).toContain("?…");
  expect(inspect({ ...error, message: error.message, hint: error.hint, cause: error.cause })).not.toContain("hidden");
});

test("the fragment is not sent, the query is", async () => {
  const { url, requests } = await site(answer(page));
  await fetchPage(url("/page?v=2#top"));
  expect(requests[0]?.url).toBe("/page?v=2");
});

test("the program says who it is", async () => {
  const { url, requests } = await site(answer(page));
  await fetchPage(url(), { userAgent: userAgent("1.2.3") });
  await fetchPage(url(), { userAgent: "example-docs-robot" });
  expect(requests.map(({ headers }) => headers["user-agent"])).toEqual([
    "flow-catalog/1.2.3 (+documentation watcher)",
    "example-docs-robot",
  ]);
});

test("no cookie and no login goes out", async () => {
  const { url, requests } = await site((request, response) => {
    if (request.url === "/page") response.writeHead(302, { location: "/b", "set-cookie": "a=b" }).end();
    else answer(page)(request, response);
  });
  await fetchPage(url());
  expect(Object.keys(requests[1]?.headers ?? {}).sort()).toEqual([
    "accept",
    "accept-encoding",
    "connection",
    "host",
    "user-agent",
  ]);
});

test("each code has its family and a hint of its own kind", () => {
  for (const [code, { family, hint }] of Object.entries(codes)) {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
    expect(["usage", "unreachable", "refused"]).toContain(family);
    expect(hint).toMatch(/^[A-Z].*\.$/);
  }
});

test("what others write stays on one line and in one direction", () => {
  expect(showText("a\u001b[31m\r\n\u202eb\0\u2028c ")).toBe("a [31m b c");
  expect(showText("x".repeat(200))).toBe(`${"x".repeat(79)}…`);
  expect(showText(`${"x".repeat(78)}😀😀`)).toBe(`${"x".repeat(78)}\uFFFD…`);
  expect(showUrl("https://example.com/%1b[31m?a=b#c")).toBe("https://example.com/%1b[31m?…");
});

test("sizes and times read well", () => {
  expect([0, 1023, 1024, 1_000_000, 5 << 20].map(showBytes)).toEqual([
    "0 bytes",
    "1023 bytes",
    "1 KiB",
    "976.6 KiB",
    "5 MiB",
  ]);
  expect([50, 1500, 119_000, 120_000, 7_200_000].map(showTime)).toEqual(["50 ms", "1.5 s", "119 s", "2 min", "2 h"]);
});
