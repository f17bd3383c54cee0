import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { Hono } from "hono";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import type { AppEnv } from "../../src/api/env.ts";
import { answerProblem } from "../../src/api/problem.ts";
import { webApp } from "../../src/api/web-app.ts";
import { StoreError } from "../../src/store/event-store.ts";
import { csvLine } from "../../src/transfer/csv-line.ts";
import { accepted } from "../support/deliveries.ts";
import { partsWith } from "../support/parts.ts";

describe("parameters", () => {
  const app = createApp(partsWith());
  const problemsAt = async (path: string) => {
    const response = await app.request(path);
    expect([path, response.status]).toEqual([path, 400]);
    const { code, problems } = (await response.json()) as { code: string; problems: { parameter: string }[] };
    expect(code).toBe("bad_request");
    return problems.map(({ parameter }) => parameter);
  };

  it("are checked, and everything that is wrong is said at once", async () => {
    const wrong = "/api/attempts?from=2026-03-01T08:30:00Z&seen=Started&limit=0&page=2";
    expect(await problemsAt(wrong)).toEqual(["to", "from", "seen", "limit", "page"]);
    expect(await problemsAt("/api/overview")).toEqual(["from", "to"]);
    expect(await problemsAt("/api/overview?from=2026-03-01T08:00:00Z&to=2026-03-01T08:00:00Z")).toEqual(["to"]);
    expect(await problemsAt("/api/overview?from=1926-03-01T08:00:00Z&to=2026-03-01T08:00:00Z")).toEqual(["from"]);
    expect(await problemsAt("/api/overview?from=2026-02-31T25:00:00Z&to=tomorrow")).toEqual(["from", "to"]);
    expect(await problemsAt("/api/deliveries?verdict=lost&limit=1001&cursor=x")).toEqual(["verdict", "limit"]);
    expect(await problemsAt("/api/deliveries?cursor=x")).toEqual(["cursor"]);
    expect(await problemsAt("/api/live?after=-1")).toEqual(["after"]);
    expect(await problemsAt("/api/deliveries?__proto__=1&constructor=1")).toEqual(["__proto__", "constructor"]);
    expect(await problemsAt("/api/sessions?from=2026-03-01T08:30:00Z&to=now&several=yes")).toEqual([
      "from",
      "to",
      "several",
    ]);
    expect(await problemsAt("/api/sessions?from=2026-03-01T08:00:00Z&to=2026-03-01T08:00:00Z")).toEqual(["to"]);
    expect(await problemsAt(`/api/sessions?search=${"x".repeat(1_001)}`)).toEqual(["search"]);
  });
});

describe("while the store is away", () => {
  const away = () => Promise.reject(new StoreError("The disk is full.", { temporary: true }));
  const broken = new Proxy(partsWith().store, { get: () => away });
  const app = createApp(partsWith({ store: broken }));

  it("questions get 503 and when to ask again", async () => {
    for (const path of ["/api/sessions", "/api/deliveries/1", "/api/values", "/api/catalog"]) {
      const response = await app.request(path);
      expect([path, response.status]).toEqual([path, 503]);
      expect(response.headers.get("retry-after")).toBe("5");
      expect(await response.json()).toMatchObject({ code: "store_unavailable" });
    }
    expect((await app.request("/readyz")).status).toBe(503);
  });

  it("what does not need it still answers", async () => {
    expect((await app.request("/healthz")).status).toBe(200);
    expect((await app.request("/api/me")).status).toBe(200);
    const status = await app.request("/api/status");
    expect(await status.json()).toMatchObject({ store: { ok: false, problem: "The disk is full." }, notTaken: null });
    expect(await (await app.request("/metrics")).text()).toContain("flow_console_store_up 0");
  });

  it("and answers again once it is back", async () => {
    const parts = partsWith();
    const state = { away: true };
    const store = new Proxy(parts.store, {
      get: (target, name) => (state.away ? away : Reflect.get(target, name)),
    });
    const recovering = createApp({ ...parts, store });
    expect((await recovering.request("/api/sessions")).status).toBe(503);
    state.away = false;
    expect((await recovering.request("/api/sessions")).status).toBe(200);
  });
});

describe("a script in an event", () => {
  const script = '<script>alert(1)</script>"><img src=x onerror=alert(1)>';

  it("stays text: JSON by its type, never sniffed, and quoted in files", async () => {
    const parts = partsWith();
    await parts.store.append([accepted({ vendorData: script, state: script, action: script })]);
    const app = createApp(parts);
    const range = "from=2026-03-04T00:00:00Z&to=2026-03-05T00:00:00Z";
    const paths = ["sessions", "deliveries", "deliveries/1", "values", "live?after=0", `overview?${range}`];
    for (const path of [...paths, `overview.csv?${range}`, `attempts?${range}`, `attempts.csv?${range}`]) {
      const { status, headers } = await app.request(`/api/${path}`);
      expect([path, status]).toEqual([path, 200]);
      expect(headers.get("content-type"), path).toMatch(/^(?:application\/json|text\/csv|text\/event-stream)(?:;|$)/);
      expect(headers.get("x-content-type-options")).toBe("nosniff");
    }
    const live = await (await app.request("/api/live?after=0")).text();
    expect(live.split("\n").filter((line) => line.startsWith("data: "))).toHaveLength(1);
  });

  it("runs in no spreadsheet either", () => {
    expect(csvLine(["  =1+1", "|x", "\u00a0@x", "x=1"])).toBe("'  =1+1,'|x,'\u00a0@x,x=1\r\n");
    expect(csvLine(['=HYPERLINK("http://evil.example")', "+1", "-1", "@x", "\tx", "a,b", "-", null, -1])).toBe(
      `"'=HYPERLINK(""http://evil.example"")",'+1,'-1,'@x,'\tx,"a,b",-,,-1\r\n`,
    );
  });
});

describe("the web app's files", () => {
  let folder: string;
  let app: Hono<AppEnv>;
  beforeAll(async () => {
    const root = await mkdtemp(join(tmpdir(), "flow-console-web-"));
    folder = join(root, "web");
    await mkdir(join(folder, "assets"), { recursive: true });
    await writeFile(join(folder, "index.html"), "<!doctype html>");
    await writeFile(join(folder, "assets", "app-1a2b3c.js"), "1;");
    await writeFile(join(root, "secret.txt"), "secret");
    await writeFile(join(folder, ".hidden.txt"), "secret");
    app = new Hono<AppEnv>().onError(answerProblem).route("/", webApp(pathToFileURL(`${folder}/`)));
  });
  afterAll(() => rm(join(folder, ".."), { recursive: true }));

  it("are kept for good where their name has a digest, and pages never", async () => {
    const asset = await app.request("/assets/app-1a2b3c.js");
    expect(asset.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(asset.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    for (const path of [
      "/",
      "/sessions/f04bdb47-d3be-4b28-b028-a652feb060b5",
      "/deep/er?x=a.js",
      "/sessions/a.b",
      "/sessions/a%2Eb",
      "/catalog/state/from.tomorrow.js",
      "/assets/page",
      "/index.html",
    ]) {
      const page = await app.request(path);
      expect([path, page.status, await page.text()]).toEqual([path, 200, "<!doctype html>"]);
      expect(page.headers.get("cache-control")).toBe("no-cache");
    }
  });

  it("are sent compressed to whoever takes that", async () => {
    const zipped = await app.request("/assets/app-1a2b3c.js", { headers: { "accept-encoding": "br, gzip" } });
    expect(zipped.headers.get("content-encoding")).toBe("gzip");
    expect(zipped.headers.get("vary")).toBe("accept-encoding");
    expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe("1;");
    expect((await app.request("/assets/app-1a2b3c.js")).headers.get("content-encoding")).toBeNull();
  });

  it("that are not there are 404, and there is no way out of the folder", async () => {
    for (const path of ["/assets/gone.js", "/assets/deep/er.css", "/favicon.ico"])
      expect((await app.request(path)).status).toBe(404);
    const ways = [
      "/../secret.txt",
      "/..%2fsecret.txt",
      "/%2e%2e/secret.txt",
      "/.hidden.txt",
      "/assets/..%5c..%5csecret.txt",
    ];
    for (const path of [...ways, "/assets/%2e%2e/%2e%2e/secret.txt", "//secret.txt", "/assets//../../secret.txt"]) {
      expect([path, await (await app.request(path)).text()]).not.toEqual([path, "secret"]);
    }
  });
});
