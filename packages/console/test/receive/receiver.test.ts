import { createHash } from "node:crypto";
import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import pino from "pino";
import { expect, test, vi } from "vitest";
import type { KeptDelivery } from "../../src/flow/delivery.ts";
import type { EventStore } from "../../src/store/event-store.ts";
import { failingStore, forGood, heldStore, temporary } from "../support/failing-store.ts";
import { memoryStore } from "../support/memory-store.ts";
import { eventBody, post, receiving, secret, signature } from "../support/receiving.ts";
import { until } from "../support/until.ts";

const kept = async (store: EventStore): Promise<readonly (KeptDelivery | null)[]> =>
  Promise.all((await store.feed(0, 1_000)).map(({ position }) => store.delivery(position)));

/** Waits until so many deliveries are kept. */
const keptUntil = (store: EventStore, number: number) =>
  until(async () => expect(await kept(store)).toHaveLength(number));

test("an event is answered 200 and kept byte for byte", async () => {
  const store = memoryStore();
  await using at = await receiving({ store });
  const body = eventBody({ vendorData: "ü\u0000", context: { reason: "quit_session_confirmed", state: "tomorrow" } });
  const headers = {
    "vrf-hmac-signature": signature(body).toUpperCase(),
    "x-auth-client": "key",
    cookie: "a=b",
    authorization: "c",
    "user-agent": "sender",
  };
  expect(await post(at.url, body, headers)).toMatchObject({ status: 200, text: "" });
  const [one] = await kept(store);
  expect(one).toMatchObject({
    verdict: "accepted",
    secretId: 1_000,
    size: Buffer.byteLength(body),
    event: {
      action: "started",
      code: 7001,
      reason: "quit_session_confirmed",
      state: "tomorrow",
      vendorData: "ü\u0000",
    },
    warnings: [{ code: "unknown_value", path: "context.state" }],
  });
  expect(one?.verdict === "accepted" && Buffer.from(one.body).toString()).toBe(body);
  expect(one?.verdict === "accepted" && Object.keys(one.headers)).toEqual(
    expect.arrayContaining(["user-agent", "host", "content-length"]),
  );
  expect(JSON.stringify(one)).not.toMatch(/auth|cookie|hmac/);
});

test("nothing is answered 200 before its commit", async () => {
  const held = heldStore();
  await using at = await receiving({ store: held.store });
  let answered = false;
  const posted = post(at.url).finally(() => {
    answered = true;
  });
  await until(() => expect(held.held).toBe(1));
  await Promise.all(Array.from({ length: 5 }, () => post(at.url, "{}", {})));
  expect(answered).toBe(false);
  held.open();
  expect((await posted).status).toBe(200);
});

test("what arrives during a commit shares the next one", async () => {
  const held = heldStore();
  await using at = await receiving({ store: held.store });
  const first = post(at.url);
  await until(() => expect(held.held).toBe(1));
  const others = Array.from({ length: 20 }, () => post(at.url));
  await until(() => expect(at.receiver.status().waiting).toBe(21));
  held.release();
  await first;
  await until(() => expect(held.held).toBe(1));
  held.open();
  expect((await Promise.all(others)).every(({ status }) => status === 200)).toBe(true);
  expect(at.receiver.status()).toMatchObject({ accepted: 21, waiting: 0, batchSizes: { count: 2, max: 20 } });
});

test("a signed body that is no event goes to quarantine and is answered 200", async () => {
  const store = memoryStore();
  await using at = await receiving({ store });
  const decision = JSON.stringify({ status: "success", verification: { person: { firstName: "Ada" } } });
  const bodies = [decision, decision.slice(0, -3), "Service unavailable", '{"action":"started","code":"7001"}', "[1]"];
  for (const body of [...bodies, eventBody({ code: 0 }).replace(":0", ":1e999")]) {
    expect((await post(at.url, body)).status).toBe(200);
  }
  expect(await kept(store)).toMatchObject([
    { verdict: "quarantined", why: "not_an_event", keys: ["status", "verification"], body: null },
    { verdict: "quarantined", why: "not_json", keys: [], body: null },
    { verdict: "quarantined", why: "not_json", body: Buffer.from("Service unavailable") },
    { verdict: "quarantined", why: "not_an_event", keys: ["action", "code"], body: Buffer.from(bodies[3]!) },
    { verdict: "quarantined", why: "not_an_event", keys: [], body: null },
    { verdict: "quarantined", why: "not_an_event", body: expect.anything() },
  ]);
  expect(JSON.stringify(await kept(store))).not.toContain("Ada");
});

test("what is refused says why, and leaves a record without body and headers", async () => {
  const store = memoryStore();
  await using at = await receiving({ store });
  const refusals = [
    [401, "signature_missing", {}],
    [401, "signature_malformed", { "x-hmac-signature": "sha256=00" }],
    [401, "signature_mismatch", { "x-hmac-signature": signature("another") }],
    [415, "unsupported_encoding", { "x-hmac-signature": signature(eventBody()), "content-encoding": "gzip" }],
  ] as const;
  for (const [status, word, headers] of refusals) {
    expect(await post(at.url, eventBody(), headers)).toMatchObject({ status, text: word });
  }
  await keptUntil(store, refusals.length);
  expect(await kept(store)).toEqual(
    refusals.map(([status, why], index) => ({
      verdict: "rejected",
      position: index + 1,
      receivedAt: expect.any(Number),
      why,
      status,
      size: Buffer.byteLength(eventBody()),
    })),
  );
  expect(at.receiver.status()).toMatchObject({ rejected: 4, accepted: 0, waiting: 0 });
});

test("only POST is answered", async () => {
  await using at = await receiving({ store: memoryStore() });
  for (const method of ["GET", "PUT", "DELETE"]) {
    const response = await fetch(at.url, { method });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  }
});

test("a body that is announced too large is not read, and its sender hears why", async () => {
  await using at = await receiving({ store: memoryStore() });
  const answer = await at.raw(
    `POST / HTTP/1.1\r\nHost: x\r\nx-hmac-signature: ${"0".repeat(64)}\r\nContent-Length: 9000000\r\n\r\n${"x".repeat(2_000_000)}`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 413 .*connection: close.*body_too_large$/is);
});

test("a body that turns out too large is not read to its end", async () => {
  await using at = await receiving({ store: memoryStore(), limits: { maxBodyBytes: 1_000 } });
  const chunk = `${(600).toString(16)}\r\n${"x".repeat(600)}\r\n`;
  const answer = await at.raw(
    `POST / HTTP/1.1\r\nHost: x\r\nx-hmac-signature: ${"0".repeat(64)}\r\nTransfer-Encoding: chunked\r\n\r\n${chunk}${chunk}${chunk}`,
  );
  expect(answer).toMatch(/^HTTP\/1\.1 413 .*body_too_large/s);
  expect(at.receiver.status().waiting).toBe(0);
});

test("a slow sender gives its place back", async () => {
  await using at = await receiving({ store: memoryStore(), limits: { bodyDeadline: 50, waiting: 1 } });
  const head = `POST / HTTP/1.1\r\nHost: x\r\nx-hmac-signature: ${signature(eventBody())}\r\n`;
  const answer = await at.raw(`${head}Content-Length: ${eventBody().length}\r\n\r\n{`);
  expect(answer).toMatch(/^HTTP\/1\.1 408 .*too_slow/s);
  expect((await post(at.url)).status).toBe(200);
});

test("a sender that goes away in the middle of a body gives its place back, and is on record", async () => {
  const store = memoryStore();
  await using at = await receiving({ store });
  const socket = connect(at.port, "127.0.0.1");
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nx-hmac-signature: ${"0".repeat(64)}\r\nContent-Length: 100\r\n\r\n{`);
  await until(() => expect(at.receiver.status().waiting).toBe(1));
  socket.destroy();
  await until(() => expect(at.receiver.status().waiting).toBe(0));
  await keptUntil(store, 1);
  expect(await kept(store)).toMatchObject([{ verdict: "rejected", why: "request_unreadable" }]);
});

test("what is committed stays committed if its sender is gone by then", async () => {
  const held = heldStore();
  await using at = await receiving({ store: held.store });
  const socket = connect(at.port, "127.0.0.1");
  const body = eventBody();
  socket.write(
    `POST / HTTP/1.1\r\nHost: x\r\nx-hmac-signature: ${signature(body)}\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
  await until(() => expect(held.held).toBe(1));
  socket.destroy();
  await once(socket, "close");
  held.open();
  await keptUntil(held.store, 1);
  expect(at.receiver.status()).toMatchObject({ accepted: 1, waiting: 0 });
});

test("overload is refused before the body is read, and is over once there is room", async () => {
  const held = heldStore();
  await using at = await receiving({ store: held.store, limits: { waiting: 3 } });
  const taken = Array.from({ length: 3 }, () => post(at.url));
  await until(() => expect(at.receiver.status().waiting).toBe(3));
  // It announces a body and sends none: the answer does not wait for it.
  const socket = connect(at.port, "127.0.0.1");
  socket.write(`POST / HTTP/1.1\r\nHost: x\r\nx-hmac-signature: ${"0".repeat(64)}\r\nContent-Length: 100000\r\n\r\n`);
  const answer = await text(socket);
  expect(answer).toMatch(/^HTTP\/1\.1 503 .*retry-after: \d+.*overloaded$/is);
  held.open();
  expect((await Promise.all(taken)).map(({ status }) => status)).toEqual([200, 200, 200]);
  expect((await post(at.url)).status).toBe(200);
});

test("all bodies together are bounded, too", async () => {
  const limits = { waitingBytes: 3_000 };
  await using at = await receiving({ store: memoryStore(), limits });
  const half = eventBody({ vendorData: "x".repeat(2_000) });
  const socket = connect(at.port, "127.0.0.1");
  const head = `POST / HTTP/1.1\r\nHost: x\r\nx-hmac-signature: ${signature(half)}\r\nContent-Length: ${half.length}\r\n\r\n`;
  socket.write(head + half.slice(0, 1_800));
  await until(() => expect(at.receiver.status().waiting).toBe(1));
  expect(await post(at.url, half)).toMatchObject({ status: 503, text: "overloaded" });
  socket.end(half.slice(1_800));
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 /);
  expect((await post(at.url, half)).status).toBe(200);
});

test("a store that fails for a while: 503 with Retry-After to each, and 200 afterwards", async () => {
  let fails = true;
  const store = failingStore(() => (fails ? temporary() : null));
  await using at = await receiving({ store });
  const answers = await Promise.all(Array.from({ length: 10 }, () => post(at.url)));
  for (const { status, text: word, headers } of answers) {
    expect([status, word, headers.get("retry-after")]).toEqual([503, "store_failed", "5"]);
  }
  fails = false;
  expect((await post(at.url)).status).toBe(200);
  expect(at.receiver.status()).toMatchObject({ accepted: 1, failed: 10, waiting: 0 });
});

test("one delivery that the store cannot keep takes no other with it", async () => {
  const isPoison = (one: { verdict: string; event?: { code: number } }) => one.event?.code === 13;
  const store = failingStore((batch) => (batch.some((one) => isPoison(one as never)) ? forGood() : null));
  await using at = await receiving({ store });
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) => post(at.url, eventBody({ code: index === 5 ? 13 : 7001 }))),
  );
  expect(answers.map(({ status }) => status)).toEqual(answers.map((_, index) => (index === 5 ? 503 : 200)));
});

test("a flood of rejected deliveries is bounded, and delays no event", async () => {
  const store = memoryStore();
  await using at = await receiving({ store, limits: { rejectionsWaiting: 5, rejectionsPerSecond: 0 } });
  await Promise.all(Array.from({ length: 40 }, () => post(at.url, "{}", {})));
  expect((await post(at.url)).status).toBe(200);
  await keptUntil(store, 6);
  expect(at.receiver.status()).toMatchObject({ accepted: 1, rejected: 40 });
});

const nested = (depth: number) =>
  `{"id":"a","action":"b","code":1,"c":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;

test("what is nested deeper than 64 is no event, and is never parsed", async () => {
  const store = memoryStore();
  await using at = await receiving({ store, secrets: ["new", secret] });
  const parse = vi.spyOn(JSON, "parse");
  const deep = [nested(65), nested(400_000), "[".repeat(500_000)];
  for (const body of deep) expect((await post(at.url, body)).status).toBe(200);
  expect((await post(at.url, nested(500_000), { "x-hmac-signature": "0".repeat(64) })).status).toBe(401);
  expect(parse.mock.calls.filter(([text]) => [...deep, nested(500_000)].includes(text))).toEqual([]);
  parse.mockRestore();
  expect((await post(at.url, nested(64))).status).toBe(200);
  await keptUntil(store, 5);
  const of = (body: string) => ({
    verdict: "quarantined",
    why: "too_deep",
    keys: [],
    body: null,
    size: body.length,
    digest: createHash("sha256").update(body).digest("hex"),
    secretId: 1_001,
    headers: { "content-length": String(body.length) },
  });
  const all = await kept(store);
  expect(all.filter((one) => one?.verdict !== "rejected")).toMatchObject([...deep.map(of), { verdict: "accepted" }]);
  expect(all.find((one) => one?.verdict === "rejected")).toMatchObject({ why: "signature_mismatch" });
});

test("says which secret made the signature", async () => {
  const store = memoryStore();
  await using at = await receiving({ store, secrets: ["new", secret] });
  await post(at.url);
  await post(at.url, eventBody(), { "x-hmac-signature": signature(eventBody(), "new") });
  expect((await kept(store)).map((one) => one?.verdict === "accepted" && one.secretId)).toEqual([1_001, 1_000]);
});

test("while the store cannot say what stands for a secret, deliveries are answered 503, and taken again after it", async () => {
  const store = memoryStore();
  const logged: string[] = [];
  const logger = pino({ level: "error" }, { write: (line) => void logged.push(line) });
  let away = true;
  const secretIds = async () => {
    if (away) throw temporary();
    return [1_000];
  };
  await using at = await receiving({ store, secretIds, logger });
  expect((await post(at.url)).status).toBe(503);
  expect(logged).toEqual([expect.stringContaining("The store did not say what stands for the secrets")]);
  expect(at.receiver.status()).toMatchObject({ accepted: 0, failed: 1, waiting: 0 });
  away = false;
  expect((await post(at.url)).status).toBe(200);
  expect(logged).toHaveLength(1);
});

test("closing answers what waits, and takes no more", async () => {
  const held = heldStore();
  await using at = await receiving({ store: held.store });
  const waits = post(at.url);
  await until(() => expect(held.held).toBe(1));
  const closed = at.receiver.close();
  expect((await post(at.url)).status).toBe(503);
  held.open();
  expect((await waits).status).toBe(200);
  await closed;
  expect((await kept(held.store)).map((one) => one?.verdict)).toEqual(["accepted", "rejected"]);
});
