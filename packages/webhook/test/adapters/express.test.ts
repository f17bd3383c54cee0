import express from "express";
import { expect, test } from "vitest";
import { expressHandler } from "../../src/adapters/express.ts";
import { eventPayload, signedRequest } from "../../src/testing/index.ts";
import { expectClearError, expectEveryCase, noted, posting, secret, webhooks } from "./cases.ts";
import { serve } from "./serve.ts";

const path = "/webhooks/veriff";

test("Express, before the body parser", async () => {
  const notes = noted();
  const app = express();
  app.post(path, expressHandler(webhooks, notes.options));
  app.use(express.json());
  await expectEveryCase(await serve(app), posting, notes);
});

test("Express, with express.raw() on the route", async () => {
  const notes = noted();
  const app = express();
  app.post(path, express.raw({ type: "*/*" }), expressHandler(webhooks, notes.options));
  await expectEveryCase(await serve(app), posting, notes);
});

test("Express, after express.json()", async () => {
  const notes = noted();
  const app = express();
  app.use(express.json());
  app.post(path, expressHandler(webhooks, notes.options));
  await expectClearError(await serve(app), posting, notes, /before app\.use\(express\.json\(\)\)/);
});

test("receive takes Express's request as it is", async () => {
  const app = express();
  app.post(path, express.raw({ type: "*/*" }), async (request, response) => {
    const result = await webhooks.receive(request);
    response.status(result.ok ? 200 : result.error.status).send(result.ok ? result.event.kind : result.error.code);
  });
  const url = await serve(app);
  expect(await posting(await signedRequest(eventPayload(), { secret, url }))).toEqual({ status: 200, body: "started" });
});
