import type { HandlerOptions } from "../handler.ts";
import type { Webhooks } from "../webhooks.ts";
import { fetchResponse } from "./fetch.ts";

const hint =
  "Call neither request.json() nor request.text() before this handler. In a wrapper that must look at the body, look at request.clone().";

/**
 * A route handler for Next's App Router, and for whatever else exports functions from `Request` to `Response`.
 *
 * ```ts
 * // app/webhooks/veriff/route.ts
 * export const POST = nextHandler(webhooks, { onEvent: save, onUnknown: save });
 * ```
 *
 * An API route of the Pages Router is a Node listener: use `httpHandler` there.
 */
export function nextHandler(webhooks: Webhooks, options: HandlerOptions): (request: Request) => Promise<Response> {
  return (request) => fetchResponse(webhooks, request, options, hint);
}
