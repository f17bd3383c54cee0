import { beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { accepted } from "../support/deliveries.ts";
import { partsWith } from "../support/parts.ts";
import { operatorPassword, ownPage, passwords, signedIn, viewerPassword } from "../support/passwords.ts";

const parts = partsWith({ signIn: passwords });
const app = createApp(parts);

/** Every route with a method of its own, as it was added: what is added later is here, too. */
const routes = [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))]
  .map((route) => route.split(" ") as [string, string])
  .filter(([method]) => method !== "ALL");
const ofApi = routes.filter(([, path]) => path.startsWith("/api/"));
const writes = ofApi.filter(([method]) => method !== "GET");
const ask = (method: string, path: string, headers: Record<string, string>) =>
  app.request(path.replace(/:\w+/g, "1"), { method, headers });

const open = ["GET /api/me", "POST /api/sign-in", "POST /api/sign-out"];
const notForOperatorsOnly = [
  "POST /api/sign-in",
  "POST /api/sign-out",
  "POST /api/sessions/:ref/reveal",
  "POST /api/deliveries/:position/reveal",
];

const readsForOperatorsOnly = [
  "GET /api/audits",
  "GET /api/erase",
  "GET /api/deliveries.jsonl",
  "GET /api/deliveries.csv",
];

let viewer: Record<string, string>;
let operator: Record<string, string>;
beforeAll(async () => {
  await parts.store.append([accepted()]);
  viewer = await signedIn(app, viewerPassword);
  operator = await signedIn(app, operatorPassword);
});

describe("with a sign-in", () => {
  it("there are routes to look at", () => {
    expect(ofApi.length).toBeGreaterThan(15);
    expect(writes.length).toBeGreaterThan(4);
    expect(routes.filter(([, path]) => !path.startsWith("/api/")).map(([method, path]) => `${method} ${path}`)).toEqual(
      ["GET /healthz", "GET /readyz", "GET /metrics", "GET /*"],
    );
  });

  it.each(ofApi)("%s %s refuses whoever is not signed in", async (method, path) => {
    const response = await ask(method, path, ownPage);
    if (open.includes(`${method} ${path}`)) return expect(response.status).not.toBe(403);
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ code: "sign_in_needed" });
  });

  it.each(writes)("%s %s refuses what another site sends, whoever is signed in", async (method, path) => {
    const { cookie = "" } = operator;
    for (const headers of [
      { cookie },
      { cookie, "sec-fetch-site": "cross-site" },
      { cookie, origin: "https://evil.example" },
    ]) {
      const response = await ask(method, path, headers);
      expect(response.status).toBe(403);
      expect(await response.json()).toMatchObject({ code: "other_origin" });
    }
  });

  it.each(writes)("%s %s is for operators, unless it was decided otherwise", async (method, path) => {
    if (notForOperatorsOnly.includes(`${method} ${path}`)) return;
    const response = await ask(method, path, viewer);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "operators_only" });
    expect((await ask(method, path, operator)).status).not.toBe(403);
  });

  it.each(ofApi.filter(([method]) => method === "GET"))(
    "%s %s is for viewers, too, unless listed",
    async (...route) => {
      if (route[1] === "/api/live") return;
      const refused = (await ask(...route, viewer)).status === 403;
      expect(refused).toBe(readsForOperatorsOnly.includes(route.join(" ")));
      expect((await ask(...route, operator)).status).not.toBe(403);
    },
  );

  it("an address that no route has is refused before anyone learns that", async () => {
    for (const path of ["/api", "/api/", "/api/nothing", "/api/me/", "/api//me", "/api/%6De"]) {
      const { status } = await app.request(path);
      expect([path, status]).toEqual([path, path === "/api/%6De" ? 200 : 401]);
    }
  });

  it("figures are for operators and this machine", async () => {
    const remote = { incoming: { socket: { remoteAddress: "203.0.113.9" } } };
    const local = { incoming: { socket: { remoteAddress: "127.0.0.1" } } };
    const metrics = async (headers: Record<string, string>, env: object) =>
      (await app.request("/metrics", { headers }, env as never)).status;
    expect(await metrics({}, remote)).toBe(403);
    expect(await metrics(viewer, remote)).toBe(403);
    expect(await metrics({ "x-forwarded-for": "203.0.113.9" }, local)).toBe(403);
    expect(await metrics(operator, remote)).toBe(200);
    expect(await metrics({}, local)).toBe(200);
  });
});
