import type {
  ALBHandler,
  APIGatewayProxyHandler,
  APIGatewayProxyHandlerV2,
  LambdaFunctionURLHandler,
} from "aws-lambda";
import { expect, expectTypeOf, test } from "vitest";
import { type LambdaRequest, lambdaHandler } from "../../src/adapters/lambda.ts";
import { expectClearError, expectEveryCase, noted, webhooks } from "./cases.ts";

const url = "https://example.test/webhooks/veriff";

type Shape = (headers: Record<string, string>, body: Buffer) => LambdaRequest;

/** An event as each kind of trigger makes it of the same request. */
const shapes: Readonly<Record<string, Shape>> = {
  "HTTP API or function URL": (headers, body) => ({ headers, body: body.toString(), isBase64Encoded: false }),
  "HTTP API or function URL, base64": (headers, body) => ({
    headers,
    body: body.toString("base64"),
    isBase64Encoded: true,
  }),
  "REST API": (headers, body) => ({
    headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [titled(name), value])),
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [titled(name), [value]])),
    body: body.length > 0 ? body.toString() : null,
    isBase64Encoded: false,
  }),
  "load balancer with several values": (headers, body) => ({
    multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
    body: body.toString("base64"),
    isBase64Encoded: true,
  }),
};

function titled(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (start) => start.toUpperCase());
}

test.each(Object.entries(shapes))("Lambda behind a %s", async (_name, shape) => {
  const notes = noted();
  const handler = lambdaHandler(webhooks, notes.options);
  const post = async (request: Request) => {
    const body = Buffer.from(await request.arrayBuffer());
    const { statusCode, ...answer } = await handler(shape(Object.fromEntries(request.headers), body));
    return { status: statusCode, body: answer.body };
  };
  await expectEveryCase(url, post, notes);
});

test("Lambda behind a template or middleware that parses the body", async () => {
  const notes = noted();
  const handler = lambdaHandler(webhooks, notes.options);
  const post = async (request: Request) => {
    const parsed = { headers: Object.fromEntries(request.headers), body: await request.json() };
    const { statusCode, body } = await handler(parsed as LambdaRequest);
    return { status: statusCode, body };
  };
  await expectClearError(url, post, notes, /proxy integration/);
});

test("the handler is one to the types of Lambda", () => {
  const handler = lambdaHandler(webhooks, { onEvent() {}, onUnknown() {} });
  expectTypeOf(handler).toExtend<APIGatewayProxyHandler>();
  expectTypeOf(handler).toExtend<APIGatewayProxyHandlerV2>();
  expectTypeOf(handler).toExtend<LambdaFunctionURLHandler>();
  expectTypeOf(handler).toExtend<ALBHandler>();
  expect(handler).toBeTypeOf("function");
});
