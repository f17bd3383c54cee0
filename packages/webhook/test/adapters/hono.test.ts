import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import { expect, test } from "vitest";
import { honoHandler } from "../../src/adapters/hono.ts";
import { expectClearError, expectEveryCase, noted, posting, webhooks } from "./cases.ts";
import { serve } from "./serve.ts";

const path = "/webhooks/veriff";

function both(app: Hono) {
  const direct = async (request: Request) => {
    const response = await app.request(request);
    return { status: response.status, body: await response.text() };
  };
  return [
    ["directly", direct, async () => `https://example.test${path}`],
    ["on Node", posting, () => serve(getRequestListener(app.fetch))],
  ] as const;
}

test("Hono", async () => {
  const notes = noted();
  const app = new Hono();
  app.post(path, honoHandler(webhooks, notes.options));
  for (const [, post, url] of both(app)) await expectEveryCase(await url(), post, notes);
});

test.each(["json", "text", "arrayBuffer"] as const)("Hono, after a middleware called %s()", async (method) => {
  const notes = noted();
  const app = new Hono();
  app.use(async (context, next) => {
    await context.req[method]();
    await next();
  });
  app.post(path, honoHandler(webhooks, notes.options));
  for (const [, post, url] of both(app)) {
    await expectClearError(await url(), post, notes, /middleware/);
    expect(notes.errors.splice(0)).toHaveLength(1);
  }
});
