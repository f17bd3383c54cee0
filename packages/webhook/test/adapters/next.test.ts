import { test } from "vitest";
import { nextHandler } from "../../src/adapters/next.ts";
import { expectClearError, expectEveryCase, noted, webhooks } from "./cases.ts";

const url = "https://example.test/webhooks/veriff";

async function told(response: Response) {
  return { status: response.status, body: await response.text() };
}

test("a route handler", async () => {
  const notes = noted();
  const POST = nextHandler(webhooks, notes.options);
  await expectEveryCase(url, async (request) => told(await POST(request)), notes);
});

test("a route handler in a wrapper that reads the body", async () => {
  const notes = noted();
  const POST = nextHandler(webhooks, notes.options);
  const wrapped = async (request: Request) => {
    await request.json();
    return told(await POST(request));
  };
  await expectClearError(url, wrapped, notes, /request\.clone\(\)/);
});
