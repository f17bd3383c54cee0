import { connect } from "node:net";
import { expect, test } from "vitest";
import { httpHandler } from "../../src/adapters/http.ts";
import { eventPayload, signedRequest } from "../../src/testing/index.ts";
import { expectClearError, expectEveryCase, noted, posting, secret, webhooks } from "./cases.ts";
import { serve } from "./serve.ts";

test("Node's http server", async () => {
  const notes = noted();
  await expectEveryCase(await serve(httpHandler(webhooks, notes.options)), posting, notes);
});

test("a body that something has read and parsed before", async () => {
  const notes = noted();
  const handle = httpHandler(webhooks, notes.options);
  const url = await serve(async (request, response) => {
    const chunks = await request.toArray();
    await handle(Object.assign(request, { body: JSON.parse(Buffer.concat(chunks).toString()) }), response);
  });
  await expectClearError(url, posting, notes, /bodyParser: false/);
});

test("a body that something has read and kept", async () => {
  for (const member of ["body", "rawBody"]) {
    const notes = noted();
    const handle = httpHandler(webhooks, notes.options);
    const url = await serve(async (request, response) => {
      const raw = Buffer.concat(await request.toArray());
      await handle(Object.assign(request, { body: {}, [member]: raw }), response);
    });
    await expectEveryCase(url, posting, notes);
  }
});

test("the connection stays open after an answer, and closes on a body that is too large", async () => {
  const notes = noted();
  const url = await serve(httpHandler(webhooks, notes.options));
  const small = await fetch(await signedRequest(eventPayload(), { secret, url }));
  expect(small.headers.get("connection")).toBe("keep-alive");
  const large = await fetch(await signedRequest(eventPayload({ vendorData: "x".repeat(500_000) }), { secret, url }));
  expect([large.status, large.headers.get("connection")]).toEqual([413, "close"]);
});

test("a client that goes away in the middle of a body is an error, not a crash", async () => {
  const notes = noted();
  const url = new URL(await serve(httpHandler(webhooks, notes.options)));
  const socket = connect(Number(url.port), url.hostname);
  const signature = "0".repeat(64);
  socket.write(`POST / HTTP/1.1\r\nHost: a\r\nX-Hmac-Signature: ${signature}\r\nContent-Length: 100\r\n\r\n{"id"`);
  setTimeout(() => socket.destroy(), 50);
  await expect.poll(() => notes.errors.map((error) => error.code)).toEqual(["request_unreadable"]);
});

test("an answer that was given meanwhile is left alone", async () => {
  const notes = noted();
  const handle = httpHandler(webhooks, notes.options);
  const url = await serve(async (request, response) => {
    const handled = handle(request, response);
    response.writeHead(503).end();
    await handled;
  });
  expect((await posting(await signedRequest(eventPayload(), { secret, url }))).status).toBe(503);
});
