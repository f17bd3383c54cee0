import { Registry } from "prom-client";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import type { SignIn } from "../../src/server/parts.ts";
import { partsWith } from "../support/parts.ts";
import { operatorPassword, ownPage, passwords, postSignIn, signedIn, viewerPassword } from "../support/passwords.ts";

const day = 86_400_000;

function consoleAt(start = Date.parse("2026-03-04T12:00:00Z")) {
  const time = { now: start };
  const parts = partsWith({ signIn: passwords, clock: () => time.now });
  return { time, parts, app: createApp(parts) };
}

const personOf = async (app: ReturnType<typeof createApp>, headers: Record<string, string>) =>
  ((await (await app.request("/api/me", { headers })).json()) as { person: unknown }).person;

describe("signing in with a password", () => {
  it("makes an operator or a viewer, by the password", async () => {
    const { app } = consoleAt();
    expect(await personOf(app, {})).toBeNull();
    expect(await personOf(app, await signedIn(app, operatorPassword))).toEqual({ name: "Ada", role: "operator" });
    expect(await personOf(app, await signedIn(app, viewerPassword))).toEqual({ name: "Ada", role: "viewer" });
    expect(await personOf(app, await signedIn(app, "wrong"))).toBeNull();
  });

  it("sets a cookie that scripts, other sites and plain HTTP cannot have", async () => {
    const { app } = consoleAt();
    const plain = (await postSignIn(app, { password: operatorPassword })).headers.get("set-cookie");
    expect(plain).toMatch(/^flow-console=[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/);
    const request = new Request("https://console.example/api/sign-in", {
      method: "POST",
      headers: { ...ownPage, "content-type": "application/json" },
      body: JSON.stringify({ password: operatorPassword }),
    });
    const response = await app.request(request);
    expect(response.headers.get("set-cookie")).toMatch(
      /^__Host-flow-console=[\w.-]+; Max-Age=43200; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    );
    expect(response.headers.get("strict-transport-security")).toBe("max-age=31536000");
  });

  it("ends after half a day, by signing out, and with another password", async () => {
    const { app, parts, time } = consoleAt();
    const one = await signedIn(app, operatorPassword);
    const two = await signedIn(app, operatorPassword);
    expect((await app.request("/api/sign-out", { method: "POST", headers: one })).status).toBe(204);
    expect(await personOf(app, one)).toBeNull();
    expect(await personOf(app, two)).not.toBeNull();

    const swapped = { ...passwords, operator: passwords.viewer ?? "", viewer: passwords.operator };
    const processWith = (signIn: SignIn) => createApp({ ...parts, metrics: new Registry(), signIn });
    expect(await personOf(processWith(swapped), two)).toBeNull();
    expect(await personOf(processWith(passwords), two)).not.toBeNull();

    time.now += day / 2;
    expect(await personOf(app, two)).toBeNull();
  });

  it("takes no cookie that it did not make", async () => {
    const { app } = consoleAt();
    const { cookie = "" } = await signedIn(app, viewerPassword);
    const [payload = "", signature = ""] = cookie.slice("flow-console=".length).split(".");
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
    const raised = Buffer.from(JSON.stringify({ ...claims, role: "operator" })).toString("base64url");
    for (const forged of ["", ".", payload, `${payload}.`, `${raised}.${signature}`, `${payload}.${signature}A`]) {
      expect(await personOf(app, { cookie: `flow-console=${forged}` })).toBeNull();
    }
    expect(await personOf(app, { cookie: `__Host-${cookie}` })).toBeNull();
  });

  it("refuses bodies that are too large, nested without end, or no JSON", async () => {
    const { app } = consoleAt();
    const post = async (body: unknown, headers = {}) => (await postSignIn(app, body, headers)).status;
    expect(await post({ password: "x".repeat(5_000) })).toBe(413);
    expect(await post("[".repeat(1_000_000))).toBe(413);
    expect(await post("[".repeat(4_000))).toBe(400);
    expect(await post(`${"[".repeat(2_000)}${"]".repeat(2_000)}`)).toBe(400);
    expect(await post(`{"__proto__":{"password":"${operatorPassword}"}}`)).toBe(400);
    expect(await post({ password: ["a"] })).toBe(400);
    expect(await post({ password: operatorPassword, name: "a\nb" })).toBe(400);
    expect(await post({ password: operatorPassword }, { "content-type": "text/plain" })).toBe(400);
  });

  it("slows down whoever guesses, and nobody else", async () => {
    const { app, time } = consoleAt();
    const from = (address: string, password: string) =>
      app.request(
        "/api/sign-in",
        {
          method: "POST",
          headers: { ...ownPage, "content-type": "application/json" },
          body: JSON.stringify({ password }),
        },
        { incoming: { socket: { remoteAddress: address } } } as never,
      );
    for (let tries = 0; tries < 10; tries++) expect((await from("203.0.113.9", "guess")).status).toBe(401);
    const refused = await from("203.0.113.9", operatorPassword);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get("retry-after"))).toBe(90);
    expect((await from("203.0.113.10", operatorPassword)).status).toBe(200);
    time.now += 90_000;
    expect((await from("203.0.113.9", operatorPassword)).status).toBe(200);
  });

  it("goes on the record", async () => {
    const { app, parts } = consoleAt();
    await signedIn(app, "wrong");
    await signedIn(app, operatorPassword);
    const { items } = await parts.store.audits({ limit: 10 });
    expect(items.map(({ what, who }) => [what, who])).toEqual([
      ["signed_in", "Ada"],
      ["sign_in_failed", "somebody"],
    ]);
  });
});

describe("a proxy that signs people in", () => {
  const signIn = { kind: "proxy", nameHeader: "x-user", operators: ["ada@example.com"] } as const;
  const app = createApp(partsWith({ signIn, trustProxy: true }));

  it("names them, and operators are listed", async () => {
    expect(await personOf(app, {})).toBeNull();
    expect(await personOf(app, { "x-user": "ada@example.com" })).toEqual({ name: "ada@example.com", role: "operator" });
    expect(await personOf(app, { "x-user": "bob@example.com" })).toEqual({ name: "bob@example.com", role: "viewer" });
  });

  it("has to be the only one that names anybody", async () => {
    expect(await personOf(app, { "x-user": "ada@example.com, bob@example.com" })).toBeNull();
  });

  it("is asked for by the console's own name, and not by one that somebody points at it", async () => {
    const named = createApp(partsWith({ signIn, origins: ["https://flow.example"] }));
    const statusAt = async (url: string) =>
      (await named.request(url, { headers: { "x-user": "ada@example.com" } })).status;
    for (const host of ["flow.example", "127.0.0.1:8600"]) expect(await statusAt(`http://${host}/api/me`)).toBe(200);
    for (const host of ["evil.example", "10.0.0.1"]) expect(await statusAt(`http://${host}/api/sessions`)).toBe(421);
    expect(await statusAt("http://10.0.0.1/healthz")).toBe(200);
  });

  it("leaves nothing to sign in to", async () => {
    expect((await postSignIn(app, { password: "x" })).status).toBe(409);
  });
});
