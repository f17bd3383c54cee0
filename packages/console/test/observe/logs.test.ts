import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { createLogger } from "../../src/observe/logger.ts";
import { startConsole } from "../../src/server/console.ts";
import { StoreError } from "../../src/store/event-store.ts";
import { memoryStore } from "../support/memory-store.ts";
import { operatorPassword, passwords, signedIn, viewerPassword } from "../support/passwords.ts";

const secret = "abcdef12-abcd-abcd-abcd-abcdef012345";
const person = {
  id: "f04bdb47-d3be-4b28-b028-a652feb060b5",
  attemptId: "e30122d1-740b-4764-853f-470374a7abf4",
  vendorData: "Jane-Roe-1969",
  endUserId: "a1b2c35d-e8f7-6d5e-3cd2-a1b2c35db3d4",
};
const state = "selfie_of_Jane_shown";

function capturing() {
  const lines: string[] = [];
  return { lines, destination: { write: (line: string) => void lines.push(line) } };
}

/** A store that works, until it is told to fail with an error that quotes a person. */
function talkativeStore() {
  const failing = { now: false };
  const store = memoryStore();
  const quoting = new Error(`duplicate key (session_id)=(${person.id}) already exists for ${person.vendorData}`);
  return {
    failing,
    store: new Proxy(store, {
      get(target, name: keyof typeof store) {
        if (failing.now && name === "session") return () => Promise.reject(quoting);
        if (failing.now && name === "head") return () => Promise.reject(new StoreError("gone", { temporary: true }));
        if (failing.now && name === "append") return () => Promise.reject(quoting);
        return target[name];
      },
    }),
  };
}

describe("the log of a whole story", () => {
  it("holds no secret, no password, no cookie, no id and nothing of a body", async () => {
    const { lines, destination } = capturing();
    const { store, failing } = talkativeStore();
    const running = await startConsole({
      ...{ store, secrets: [secret], signIn: passwords, logger: createLogger({ level: "trace", destination }) },
      ...{ host: "127.0.0.1", port: 0, webhook: null, origins: [], trustProxy: true, keepDays: null, demo: false },
    });
    const ask = (path: string, init?: RequestInit) => fetch(`${running.url}${path}`, init);
    const body = JSON.stringify({
      ...person,
      feature: "selfid",
      code: 7010,
      action: "flow_cancelled",
      context: { state },
    });
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    const deliver = (text: string, signed = signature) =>
      fetch(running.webhookUrl, { method: "POST", headers: { "x-hmac-signature": signed }, body: text });

    expect((await deliver(body)).status).toBe(200);
    expect((await deliver(`${body} `)).status).toBe(401);
    const app = { request: ask };
    const wrong = await signedIn(app, "hunter2-of-somebody");
    const viewer = await signedIn(app, viewerPassword);
    const operator = await signedIn(app, operatorPassword);
    const post = { method: "POST" };
    for (const headers of [wrong, viewer, operator]) {
      await ask(`/api/sessions?search=${person.vendorData}`, { headers });
      await ask(`/api/sessions/${person.id}`, { headers });
      await ask(`/api/sessions/${person.id}/reveal`, { ...post, headers });
      await ask("/api/deliveries/1", { headers });
      await ask(`/api/${person.id}`, { headers });
      await ask(`/${person.id}`, { headers });
      await ask(`/api/overview?from=${person.id}`, { headers });
    }
    failing.now = true;
    expect((await ask(`/api/sessions/${person.id}`, { headers: operator })).status).toBe(500);
    expect((await ask("/readyz")).status).toBe(503);
    expect((await deliver(body)).status).toBe(503);
    failing.now = false;
    await ask(`/api/sessions/${person.id}/erase`, { ...post, headers: operator });
    await ask("/api/sign-out", { ...post, headers: operator });
    const { reference = "" } = { reference: viewer.cookie?.split("=")[1] };
    await running.close();

    const log = lines.join("");
    expect(log).toContain('"route":"/api/sessions/:ref"');
    expect(log).toContain('"status":500');
    expect(log).toContain("A request failed");
    expect(reference.length).toBeGreaterThan(20);
    const told = [
      ...[secret, signature, operatorPassword, viewerPassword, "hunter2-of-somebody", passwords.operator],
      ...[operator.cookie?.split("=")[1], reference, ...Object.values(person), state, "Jane", "7010", "flow_cancelled"],
    ].filter((text) => log.toLowerCase().includes(String(text).toLowerCase()));
    expect(told).toEqual([]);
  });
});

describe("the logger", () => {
  const { lines, destination } = capturing();
  const logger = createLogger({ level: "info", destination });
  const logged = (fields: object) => {
    logger.info(fields, "Something happened");
    return JSON.parse(lines.pop() ?? "") as Record<string, unknown>;
  };

  it("leaves out every field that it does not know", () => {
    const { time, ...line } = logged({
      status: 200,
      sessionId: person.id,
      body: "x",
      headers: {},
      url: "/x",
      password: "x",
    });
    expect(line).toEqual({ level: "info", status: 200, msg: "Something happened" });
    expect(time).toMatch(/Z$/);
  });

  it("takes ids, digests and keys out of texts", () => {
    const { code } = logged({ code: `no row ${person.id} of ${"ab".repeat(32)}, key ${"A9+/".repeat(11)}=` });
    expect(code).toBe("no row [id] of [...], key [...]");
  });

  it("tells of an error what it is and where, not what it quotes", () => {
    const error = Object.assign(new TypeError(`bad ${person.vendorData}\n    at ${person.id}`), { code: "E1" });
    const line = logged({ error });
    expect(line.error).toMatchObject({ name: "TypeError", code: "E1" });
    expect(JSON.stringify(line)).toContain("logs.test.ts");
    expect(JSON.stringify(line)).not.toContain("Jane");
    expect(JSON.stringify(line)).not.toContain(person.id);
  });

  it("names nobody in what a child logger always says", () => {
    logger.child({ sessionId: person.id }).info("Something happened");
    expect(lines.pop()).not.toContain(person.id);
  });
});
