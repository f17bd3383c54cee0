import * as fc from "fast-check";
import { expect, test } from "vitest";
import { WebhookError, type WebhookErrorCode } from "../src/index.ts";
import { createWebhooksSync } from "../src/node.ts";
import { sign } from "../src/testing/index.ts";

const statuses: Record<WebhookErrorCode, number> = {
  signature_missing: 401,
  signature_malformed: 401,
  signature_conflict: 401,
  signature_mismatch: 401,
  client_mismatch: 401,
  body_not_raw: 500,
  body_too_large: 413,
  request_unreadable: 400,
  not_json: 400,
  not_an_event: 422,
  handler_failed: 500,
};

test.each(Object.entries(statuses))("%s says what is wrong and how to fix it", (code, status) => {
  const error = new WebhookError(code as WebhookErrorCode);
  expect(error).toMatchObject({ name: "WebhookError", code, status });
  expect(error).toBeInstanceOf(Error);
  expect(error.hint).toMatch(/^[A-Z].*[.]$/);
  expect(error.message).toMatch(/^[A-Z][^.]*[.] /);
  expect(error.message.endsWith(error.hint)).toBe(true);
});

test("an adapter's hint takes the place of the general one, and a cause is kept", () => {
  const cause = new Error("why");
  const error = new WebhookError("body_not_raw", { hint: "Do this.", cause });
  expect(error.message).toBe("The body was read or parsed before its signature could be checked. Do this.");
  expect(error.cause).toBe(cause);
  expect("cause" in new WebhookError("not_json")).toBe(false);
});

test("a parsed body is told how to get a raw one in each framework", () => {
  const result = createWebhooksSync({ secrets: "s" }).receive({
    body: { action: "started" },
    headers: { "x-hmac-signature": "0".repeat(64) },
  } as never);
  expect(result.ok || result.error.message).toMatch(/express\.raw.*Next.*Hono.*Fastify.*Lambda/s);
});

test("no error holds a secret, a signature or a part of a body", async () => {
  // Long enough that no text of ours contains one by chance.
  const words = fc.stringMatching(/^[a-z0-9]{12,40}$/);
  await fc.assert(
    fc.asyncProperty(words, words, fc.boolean(), fc.boolean(), async (secret, body, signed, withClient) => {
      const webhooks = createWebhooksSync({ secrets: secret, ...(withClient ? { clientId: secret } : {}) });
      const signature = await sign(body, signed ? secret : body);
      const result = webhooks.receive({ body, headers: { "x-hmac-signature": signature, "x-auth-client": body } });
      const { error } = result as { error: WebhookError };
      const told = [error.message, error.stack, JSON.stringify(error), String(error.cause)].join();
      for (const part of [secret, signature, body, body.slice(0, 8)]) expect(told).not.toContain(part);
    }),
    { numRuns: 1_000 },
  );
});
