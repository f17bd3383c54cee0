import { once } from "node:events";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { accepted } from "../support/deliveries.ts";
import { heldStore } from "../support/failing-store.ts";
import { memoryStore } from "../support/memory-store.ts";
import { eventBody, post, signature } from "../support/receiving.ts";
import { running } from "../support/running.ts";
import { streamReader } from "../support/stream.ts";
import { until } from "../support/until.ts";

test("closing answers what waits, ends live streams, and takes nothing new", async () => {
  const held = heldStore();
  const console = await running({ store: held.store });
  const reader = streamReader(0);
  const reading = reader.connect(console.url);
  const waits = post(console.webhookUrl);
  await until(() => expect(held.held).toBe(1));
  const closed = console.close();
  await expect(post(console.webhookUrl)).rejects.toThrow();
  held.open();
  expect(await waits).toMatchObject({ status: 200 });
  await Promise.all([closed, reading]);
});

test("a live stream goes on where it broke off", async () => {
  await using console = await running({ store: memoryStore() });
  const reader = streamReader(0);
  for (let turn = 1; turn <= 5; turn++) {
    const reading = reader.connect(console.url);
    await Promise.all(
      Array.from({ length: 7 }, (_, index) => post(console.webhookUrl, eventBody({ vendorData: `${index}` }))),
    );
    await until(() => expect(reader.seen.length).toBeGreaterThan(7 * (turn - 1)));
    reader.leave();
    await reading;
  }
  const reading = reader.connect(console.url);
  await until(() => expect(reader.seen).toEqual(Array.from({ length: 35 }, (_, index) => index + 1)));
  reader.leave();
  await reading;
});

test("only the exact path takes deliveries", async () => {
  await using console = await running({ store: memoryStore() });
  expect((await post(`${console.webhookUrl}?from=somewhere`)).status).toBe(200);
  for (const path of ["/webhooks/veriff/", "/webhooks/veriff2", "/webhooks", "//webhooks/veriff"]) {
    expect((await post(console.url + path)).status).not.toBe(200);
  }
});

test("a request that is no HTTP is refused, and one whose head never ends does not stay", async () => {
  await using console = await running({ store: memoryStore() });
  const port = Number(new URL(console.url).port);
  const nonsense = connect(port, "127.0.0.1");
  nonsense.write("hello\r\n\r\n");
  expect(await text(nonsense)).toMatch(/^HTTP\/1\.1 400 /);
  const huge = connect(port, "127.0.0.1");
  huge.write(`POST /webhooks/veriff HTTP/1.1\r\nx: ${"y".repeat(100_000)}`);
  expect(await text(huge)).toMatch(/^HTTP\/1\.1 431 /);
});

test("two bodies in one request cannot be smuggled past the signature", async () => {
  const store = memoryStore();
  await using console = await running({ store });
  const socket = connect(Number(new URL(console.url).port), "127.0.0.1");
  const body = eventBody();
  socket.write(
    `POST /webhooks/veriff HTTP/1.1\r\nhost: x\r\nx-hmac-signature: ${signature(body)}\r\ncontent-length: ${body.length}\r\ntransfer-encoding: chunked\r\n\r\n${body}`,
  );
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 400 /);
  expect(await store.head()).toBe(0);
});

test("what is older than it may be is removed at the start", async () => {
  const store = memoryStore();
  const day = 86_400_000;
  await store.append([
    accepted({}, { receivedAt: Date.now() - 40 * day }),
    accepted({ sessionId: "b" }, { receivedAt: Date.now() }),
  ]);
  await using _ = await running({ store, keepDays: 30 });
  await until(async () => expect((await store.feed(0, 10)).map(({ position }) => position)).toEqual([2]));
});

test("a client that stops reading its answer cannot keep the console from closing", async () => {
  const console = await running({ store: memoryStore() });
  const socket = connect(Number(new URL(console.url).port), "127.0.0.1");
  socket.pause();
  socket.write("GET /api/live HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n");
  await once(socket, "connect");
  await console.close();
  socket.destroy();
});
