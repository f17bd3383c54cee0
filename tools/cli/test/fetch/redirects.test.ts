import { expect, test } from "vitest";
import { type FetchErrorCode, fetchPage } from "../../src/fetch/fetch-page.ts";
import { follow } from "../../src/fetch/http/follow.ts";
import { isPrivateAddress } from "../../src/fetch/http/private-address.ts";
import { settingsOf } from "../../src/fetch/options.ts";
import { page, refusal } from "./fetching.ts";
import { answer, redirect, site, sitemap } from "./site.ts";

test.for([301, 302, 303, 307, 308])("%i is followed, and the final address is told", async (status) => {
  const { url } = await sitemap({ "/old": redirect("/new#events", status), "/new": answer(page) });
  const fetched = await fetchPage(url("/old#top"));
  expect(fetched).toMatchObject({ kind: "page", text: page, url: url("/old"), finalUrl: url("/new") });
});

test("an address may be relative, or hold UTF-8", async () => {
  const { url } = await sitemap({
    "/a/b": redirect("../c?d=1"),
    "/c?d=1": redirect(Buffer.from("/sündmused").toString("latin1")),
    "/s%C3%BCndmused": answer(page),
  });
  expect(await fetchPage(url("/a/b"))).toMatchObject({ finalUrl: url("/s%C3%BCndmused") });
});

test("as many redirects as allowed are followed, and not one more", async () => {
  const { url, requests } = await sitemap({
    "/1": redirect("/2"),
    "/2": redirect("/3"),
    "/3": redirect("/4"),
    "/4": answer(page),
  });
  expect(await fetchPage(url("/1"), { limits: { redirects: 3 } })).toMatchObject({ finalUrl: url("/4") });
  const asked = requests.length;
  const error = await refusal(url("/1"), { limits: { redirects: 2 } });
  expect(error).toMatchObject({ code: "too-many-redirects", family: "refused", tries: 1 });
  expect(error.message).toContain(`(redirected to ${url("/3")}): it redirects more than 2 times`);
  expect(requests).toHaveLength(asked + 3);
});

test("a chain that always leads somewhere new ends at the limit", async () => {
  let step = 0;
  const { url, requests } = await site((request, response) => redirect(`/${++step}`)(request, response));
  expect(await refusal(url())).toMatchObject({ code: "too-many-redirects", tries: 1 });
  expect(requests).toHaveLength(6);
});

test.for([
  ["to itself", { "/page": redirect("/page") }, "/page", 1],
  ["of two", { "/page": redirect("/other"), "/other": redirect("/page") }, "/page", 2],
  ["behind a first address", { "/page": redirect("/a"), "/a": redirect("/b"), "/b": redirect("/a") }, "/a", 3],
] as const)("a loop %s is named", async ([, paths, back, asked]) => {
  const { url, requests } = await sitemap(paths);
  const error = await refusal(url());
  expect(error).toMatchObject({ code: "redirect-loop", family: "refused", tries: 1 });
  expect(error.message).toContain(`it redirects back to ${url(back)}`);
  expect(requests).toHaveLength(asked);
});

test.for([
  ["file:///etc/passwd", "it redirects to file:…: only http and https are fetched"],
  ["data:text/html,<table>", "it redirects to data:…: only http and https are fetched"],
  ["javascript:alert(1)", "only http and https are fetched"],
  ["ftp://example.com/page", "only http and https are fetched"],
  ["http://user:hidden@127.0.0.1/", "it holds a user name or a password"],
  ["http://", 'it redirects to "http://", which is no address'],
  ["http://user:hidden@ho st/", "which is no address"],
] as const)("a redirect to %s is refused", async ([location, says]) => {
  const { url } = await sitemap({ "/page": redirect(location) });
  const error = await refusal(url());
  expect(error).toMatchObject({ code: "redirect-refused" satisfies FetchErrorCode, family: "refused", tries: 1 });
  expect(error.message).toContain(says);
  expect(error.message).not.toContain("hidden");
});

test("a redirect to nowhere is refused", async () => {
  const { url } = await sitemap({ "/page": (_, response) => void response.writeHead(302).end() });
  expect(await refusal(url())).toMatchObject({ code: "redirect-refused" });
});

test("a choice of pages is not a redirect", async () => {
  const { url } = await sitemap({ "/page": redirect("/other", 300) });
  expect(await refusal(url())).toMatchObject({ code: "unexpected-status", status: 300 });
});

test.for([
  ["198.51.100.7", "169.254.169.254", "redirect-refused"],
  ["2001:db8::1", "::1", "redirect-refused"],
  ["198.51.100.7", "::ffff:10.0.0.1", "redirect-refused"],
  ["10.0.0.1", "127.0.0.1", undefined],
  ["127.0.0.1", "198.51.100.7", undefined],
] as const)("from %s to %s: %s", async ([first, second, code]) => {
  const asked = new URL("https://docs.example.com/page");
  const trip = { asked, form: "page", attempt: 1, settings: settingsOf({}) } as const;
  const dropped: string[] = [];
  const following = follow(trip, async (_, url) => ({
    url,
    status: url === asked ? 302 : 200,
    headers: url === asked ? { location: "https://inside.example.com/" } : {},
    stream: undefined as never,
    address: url === asked ? first : second,
    trouble: () => undefined,
    drop: () => void dropped.push(url.hostname),
  }));
  if (code === undefined) {
    expect(await following).toMatchObject({ status: 200 });
    expect(dropped).toEqual(["docs.example.com"]);
  } else {
    await expect(following).rejects.toMatchObject({ code });
    expect(dropped).toEqual(["docs.example.com", "inside.example.com"]);
  }
});

test.for([
  ["127.0.0.1", true],
  ["::1", true],
  ["::", true],
  ["0.0.0.0", true],
  ["172.31.255.255", true],
  ["172.32.0.1", false],
  ["192.168.1.1", true],
  ["100.64.0.1", true],
  ["fe80::1%eth0", true],
  ["fd00::1", true],
  ["::ffff:192.168.0.1", true],
  ["::ffff:8.8.8.8", false],
  ["2606:4700::1111", false],
  ["8.8.8.8", false],
] as const)("%s is private: %s", ([address, expected]) => {
  expect(isPrivateAddress(address)).toBe(expected);
});
