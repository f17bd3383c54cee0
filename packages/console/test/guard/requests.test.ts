import { describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { networkOf } from "../../src/guard/client.ts";
import { createRateLimit } from "../../src/guard/rate-limit.ts";
import { partsWith } from "../support/parts.ts";

describe("where nobody signs in", () => {
  const app = createApp(partsWith({ origins: ["https://flow.example"] }));
  const statusAt = async (url: string) => (await app.request(url)).status;

  it("a name that somebody points at this machine gets nothing", async () => {
    for (const host of ["localhost:8080", "127.0.0.1:8080", "127.1.2.3", "[::1]:8080", "flow.example"]) {
      expect([host, await statusAt(`http://${host}/api/me`)]).toEqual([host, 200]);
    }
    for (const host of ["evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "10.0.0.1", "[::2]"]) {
      for (const path of ["/api/me", "/", "/metrics", "/healthz"]) {
        expect([host, await statusAt(`http://${host}${path}`)]).toEqual([host, 421]);
      }
    }
  });

  it("only the console's own pages may write", async () => {
    const post = async (headers: Record<string, string>) =>
      (await app.request("http://localhost:8080/api/sign-out", { method: "POST", headers })).status;
    expect(await post({ "sec-fetch-site": "same-origin" })).toBe(204);
    expect(await post({ origin: "http://localhost:8080" })).toBe(204);
    expect(await post({ origin: "https://localhost:8080" })).toBe(204);
    expect(await post({ origin: "https://flow.example" })).toBe(204);
    for (const site of ["same-site", "cross-site", "none"]) {
      expect(await post({ "sec-fetch-site": site, origin: "http://localhost:8080" })).toBe(403);
    }
    for (const origin of ["http://localhost:9090", "http://localhost", "null", "https://flow.example.evil.example"]) {
      expect(await post({ origin })).toBe(403);
    }
    expect(await post({})).toBe(403);
  });

  it("other sites may link to it, but not make a page read it", async () => {
    const read = async (headers: Record<string, string>) => (await app.request("/api/me", { headers })).status;
    for (const mode of ["cors", "no-cors"]) {
      expect(await read({ "sec-fetch-site": "cross-site", "sec-fetch-mode": mode })).toBe(403);
      expect(await read({ "sec-fetch-site": "same-origin", "sec-fetch-mode": mode })).toBe(200);
    }
    expect(await read({ "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" })).toBe(200);
    expect(await read({ "sec-fetch-site": "none", "sec-fetch-mode": "navigate" })).toBe(200);
    expect(await read({})).toBe(200);
  });
});

describe("every answer", () => {
  it("forbids whatever is not the console's own", async () => {
    const app = createApp(partsWith());
    for (const path of ["/", "/healthz", "/api/me", "/api/nothing", "/assets/none.js", "/api/overview", "/metrics"]) {
      const { headers } = await app.request(path);
      expect(headers.get("content-security-policy"), path).toMatch(
        /^default-src 'none'; script-src 'self'; style-src 'self';/,
      );
      expect(headers.get("content-security-policy")).not.toMatch(/unsafe|\*|http/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      if (path.startsWith("/api/")) expect(headers.get("cache-control")).toBe("no-store");
    }
  });
});

describe("a rate limit", () => {
  it("fills up evenly, and remembers a bounded number of names", () => {
    const time = { now: 0 };
    const limit = createRateLimit({ tries: 2, within: 1_000, clock: () => time.now, names: 2 });
    expect([limit.take("a"), limit.take("a"), limit.take("a")]).toEqual([0, 0, 500]);
    time.now = 499;
    expect(limit.take("a")).toBe(1);
    time.now = 500;
    expect([limit.take("a"), limit.take("a")]).toEqual([0, 500]);
    limit.forgive("a");
    expect([limit.take("a"), limit.take("a"), limit.take("a")]).toEqual([0, 0, 500]);
    expect([limit.take("b"), limit.take("c")]).toEqual([0, 0]);
    expect(limit.take("a")).toBe(0);
  });

  it("counts a network of one household as one", () => {
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
    expect(networkOf("2001:db8:1:2::9")).toBe("2001:db8:1:2");
    expect(networkOf("::1")).toBe("0:0:0:0");
    expect(networkOf("::ffff:203.0.113.9")).toBe("203.0.113.9");
    expect(networkOf("203.0.113.9")).toBe("203.0.113.9");
  });
});
