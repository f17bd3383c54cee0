import fastify, { type FastifyInstance } from "fastify";
import { expect, onTestFinished, test } from "vitest";
import { fastifyPlugin } from "../../src/adapters/fastify.ts";
import { eventPayload, signedRequest } from "../../src/testing/index.ts";
import { expectClearError, expectEveryCase, noted, posting, secret, webhooks } from "./cases.ts";

const prefix = "/webhooks/veriff";

async function serving(app: FastifyInstance): Promise<string> {
  onTestFinished(() => app.close());
  return `${await app.listen({ port: 0, host: "127.0.0.1" })}${prefix}`;
}

test("Fastify, beside routes with parsed bodies", async () => {
  const notes = noted();
  const app = fastify();
  app.register(fastifyPlugin(webhooks, notes.options), { prefix });
  app.post("/other", async (request) => ({ parsed: request.body }));
  const url = await serving(app);
  await expectEveryCase(url, posting, notes);
  const headers = { "content-type": "application/json" };
  const other = await fetch(new URL("/other", url), { method: "POST", headers, body: '{"a":1}' });
  expect(await other.json()).toEqual({ parsed: { a: 1 } });
});

test("Fastify, where a hook of the application reads the body", async () => {
  const notes = noted();
  const app = fastify();
  app.addHook("preParsing", async (_request, _reply, payload) => {
    for await (const _chunk of payload);
    return payload;
  });
  app.register(fastifyPlugin(webhooks, notes.options), { prefix });
  await expectClearError(await serving(app), posting, notes, /preParsing/);
});

test("Fastify, where a hook keeps the raw body", async () => {
  const notes = noted();
  const app = fastify();
  app.addHook("preParsing", async (request, _reply, payload) => {
    const chunks: Buffer[] = [];
    for await (const chunk of payload) chunks.push(chunk as Buffer);
    Object.assign(request, { rawBody: Buffer.concat(chunks) });
    return payload;
  });
  app.register(fastifyPlugin(webhooks, notes.options), { prefix });
  await expectEveryCase(await serving(app), posting, notes);
});

test("receive in an ordinary route says that the body is parsed", async () => {
  const app = fastify();
  app.post(prefix, async (request) => {
    const result = await webhooks.receive(request as never);
    return result.ok ? "event" : result.error.message;
  });
  const { body } = await posting(await signedRequest(eventPayload(), { secret, url: await serving(app) }));
  expect(body).toMatch(/Fastify, Lambda: use the adapter/);
});
