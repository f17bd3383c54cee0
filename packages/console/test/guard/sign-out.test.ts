import { Registry } from "prom-client";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createApp } from "../../src/api/app.ts";
import type { LiveFeed, Parts } from "../../src/server/parts.ts";
import type { EventStore } from "../../src/store/event-store.ts";
import { accepted } from "../support/deliveries.ts";
import { temporary } from "../support/failing-store.ts";
import { memoryStore } from "../support/memory-store.ts";
import { partsWith } from "../support/parts.ts";
import { operatorPassword, passwords, signedIn, viewerPassword } from "../support/passwords.ts";

type App = ReturnType<typeof createApp>;

/** Milliseconds on the clock that nobody sets. */
let passed = 0;
beforeEach(() => {
  passed = 0;
  vi.spyOn(performance, "now").mockImplementation(() => passed);
});
afterEach(() => vi.restoreAllMocks());

/** A process of the store. */
const processOf = (store: EventStore, set: Partial<Parts> = {}): App =>
  createApp(partsWith({ store, signIn: passwords, metrics: new Registry(), ...set }));
const isIn = async (app: App, headers: Record<string, string>) =>
  ((await (await app.request("/api/me", { headers })).json()) as { person: unknown }).person !== null;
const statusOf = async (app: App, path: string, headers: Record<string, string>) =>
  (await app.request(path, { headers })).status;
const signOut = async (app: App, headers: Record<string, string>) =>
  (await app.request("/api/sign-out", { method: "POST", headers })).status;

/** A store that some calls to fail while the test says so. */
function storeWithout(...calls: readonly ("endSignIn" | "endedSignIns")[]) {
  const store = memoryStore();
  const away = { now: false };
  const failing = new Proxy(store, {
    get(target, name) {
      const isAway = away.now && (calls as readonly unknown[]).includes(name);
      return isAway ? () => Promise.reject(temporary()) : Reflect.get(target, name);
    },
  });
  return { store: failing, away };
}

describe("a sign-out", () => {
  it("is known to other processes a second later, and to one that starts at once", async () => {
    const store = memoryStore();
    const [first, second] = [processOf(store), processOf(store)];
    const leaves = await signedIn(first, operatorPassword);
    const stays = await signedIn(first, viewerPassword);
    expect(await isIn(second, leaves)).toBe(true);
    expect(await signOut(first, leaves)).toBe(204);
    expect(await isIn(first, leaves)).toBe(false);
    expect(await isIn(processOf(store), leaves)).toBe(false);
    passed += 1_000;
    expect(await isIn(second, leaves)).toBe(false);
    expect(await statusOf(second, "/api/overview", leaves)).toBe(401);
    for (const app of [first, second, processOf(store)]) expect(await isIn(app, stays)).toBe(true);
  });

  it("is forgotten when the sign-in would have ended anyway, and not before", async () => {
    const hour = 3_600_000;
    const store = memoryStore();
    const time = { now: Date.parse("2026-03-04T12:00:00Z") };
    const app = processOf(store, { clock: () => time.now });
    const one = await signedIn(app, operatorPassword);
    time.now += 11 * hour;
    const another = await signedIn(app, operatorPassword);
    await signOut(app, one);
    time.now += hour - 1;
    expect(await isIn(processOf(store, { clock: () => time.now }), one)).toBe(false);
    // A process whose clock is behind still needs it.
    time.now += hour;
    await signOut(app, another);
    expect(await store.endedSignIns(0)).toHaveLength(2);
    time.now += 2 * hour;
    await signOut(app, await signedIn(app, operatorPassword));
    expect(await store.endedSignIns(0)).toHaveLength(2);
  });

  it("costs one question a second, and none where nobody has signed in with a password", async () => {
    const store = memoryStore();
    const ask = vi.spyOn(store, "endedSignIns");
    const app = processOf(store);
    const headers = await signedIn(app, viewerPassword);
    for (const cookie of ["", "flow-console=a.b"]) await isIn(app, { ...headers, cookie });
    const proxy = { kind: "proxy", nameHeader: "x-user", operators: [] } as const;
    for (const signIn of [{ kind: "none" }, proxy] as const) {
      expect(await isIn(processOf(store, { signIn }), { ...headers, "x-user": "ada" })).toBe(true);
    }
    expect(ask).not.toHaveBeenCalled();
    await Promise.all(Array.from({ length: 20 }, () => isIn(app, headers)));
    passed += 999;
    await isIn(app, headers);
    expect(ask).toHaveBeenCalledTimes(1);
    passed += 1;
    await isIn(app, headers);
    expect(ask).toHaveBeenCalledTimes(2);
  });

  it("that the store does not take is not said to be done, holds here, and can be asked for again", async () => {
    const { store, away } = storeWithout("endSignIn");
    const [first, second] = [processOf(store), processOf(store)];
    const headers = await signedIn(first, operatorPassword);
    away.now = true;
    expect(await signOut(first, headers)).toBe(503);
    expect(await isIn(first, headers)).toBe(false);
    away.now = false;
    expect(await signOut(first, headers)).toBe(204);
    expect(await isIn(second, headers)).toBe(false);
  });

  it("that the store does not take is written as soon as it does", async () => {
    const { store, away } = storeWithout("endSignIn");
    const app = processOf(store);
    const [leaves, stays] = [await signedIn(app, operatorPassword), await signedIn(app, viewerPassword)];
    away.now = true;
    expect(await signOut(app, leaves)).toBe(503);
    passed += 1_000;
    expect(await statusOf(app, "/api/sessions", stays)).toBe(200);
    expect(await isIn(processOf(store), leaves)).toBe(true);
    away.now = false;
    passed += 1_000;
    await isIn(app, stays);
    expect(await isIn(processOf(store), leaves)).toBe(false);
  });

  it("is written once, however often somebody sends the cookie again", async () => {
    const store = memoryStore();
    const write = vi.spyOn(store, "endSignIn");
    const app = processOf(store);
    const headers = await signedIn(app, viewerPassword);
    for (let times = 0; times < 3; times++) expect(await signOut(app, headers)).toBe(204);
    expect(write).toHaveBeenCalledTimes(1);
  });
});

describe("while it cannot be known who has signed out", () => {
  it("whoever is known to have is not let in, and others see how the console is, but no data", async () => {
    const { store, away } = storeWithout("endedSignIns");
    const app = processOf(store);
    const ended = await signedIn(app, operatorPassword);
    const unknown = await signedIn(app, operatorPassword);
    await signOut(app, ended);
    away.now = true;
    passed += 1_000;
    expect(await isIn(app, ended)).toBe(false);
    expect(await statusOf(app, "/api/sessions", ended)).toBe(401);
    expect(await isIn(app, unknown)).toBe(true);
    expect(await statusOf(app, "/api/status", unknown)).toBe(200);
    for (const path of ["/api/sessions", "/api/deliveries", "/api/live", "/api/nothing"]) {
      expect([path, await statusOf(app, path, unknown)]).toEqual([path, 503]);
    }
    away.now = false;
    expect(await statusOf(app, "/api/sessions", unknown)).toBe(200);
    expect(await isIn(app, ended)).toBe(false);
  });

  it("an open stream ends after some seconds", async () => {
    const { store, away } = storeWithout("endedSignIns");
    await store.append([accepted(), accepted(), accepted()]);
    const rows = await store.feed(0, 3);
    const live: LiveFeed = {
      async *read() {
        away.now = true;
        for (const row of rows) {
          yield [row];
          passed += 3_000;
        }
      },
      readers: 0,
      erasures: 0,
      forget: () => {},
      close: async () => {},
    };
    const app = processOf(store, { live });
    const text = await (await app.request("/api/live", { headers: await signedIn(app, viewerPassword) })).text();
    expect([...text.matchAll(/^id: (\d+)$/gm)].map(([, id]) => Number(id))).toEqual([1, 2]);
  });
});
