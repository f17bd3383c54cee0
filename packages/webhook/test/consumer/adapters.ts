// Every adapter, in the shape that its framework takes. It has to compile, and is never run.
import { createServer } from "node:http";
import { createWebhooks, type EventCallbacks, type FlowEvent } from "@flow-catalog/webhook";
import { expressHandler } from "@flow-catalog/webhook/express";
import { fastifyPlugin } from "@flow-catalog/webhook/fastify";
import { honoHandler } from "@flow-catalog/webhook/hono";
import { httpHandler } from "@flow-catalog/webhook/http";
import { lambdaHandler } from "@flow-catalog/webhook/lambda";
import { nextHandler } from "@flow-catalog/webhook/next";
import { createWebhooksSync } from "@flow-catalog/webhook/node";
import { fakeSender, signedRequest } from "@flow-catalog/webhook/testing";
import { createVerifier } from "@flow-catalog/webhook/verify";

const webhooks = createWebhooks({ secrets: "secret" });
const seen: FlowEvent[] = [];
const options = {
  onEvent: (event: FlowEvent) => void seen.push(event),
  onUnknown: (event: FlowEvent) => void seen.push(event),
};

createServer(httpHandler(webhooks, options));
export const express = expressHandler(webhooks, options);
export const fastify = fastifyPlugin(webhooks, options);
export const hono = honoHandler(webhooks, options);
export const handler = lambdaHandler(webhooks, options);
export const POST: (request: Request) => Promise<Response> = nextHandler(webhooks, options);
export const worker: { fetch(request: Request): Promise<Response> } = { fetch: webhooks.handler(options) };

const result = createWebhooksSync({ secrets: ["new", undefined, "old"] }).receive({ body: "{}", headers: {} });
export const said: string = result.ok ? result.event.kind : `${result.error.code} ${result.error.status}`;
export const payload: Promise<unknown> = createVerifier({ secrets: "secret" })({ body: "{}", headers: {} });
export const sender = fakeSender({ to: POST, secret: "secret" });
export const request: Promise<Request> = Promise.resolve(signedRequest("{}", { secret: "secret" }));
export const callbacks: (keyof EventCallbacks)[] = ["started", "unknown"];
// @ts-expect-error: there is no such option.
createWebhooks({ secret: "secret" });
