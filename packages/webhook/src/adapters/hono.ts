import type { HandlerOptions } from "../handler.ts";
import type { Webhooks } from "../webhooks.ts";
import { fetchResponse } from "./fetch.ts";

const hint =
  "A middleware or validator before this handler has read it: register this route before them, or leave it out of theirs.";

/** What the handler uses of Hono's context. */
export interface HonoContext {
  readonly req: { readonly raw: Request };
}

/**
 * A handler for Hono.
 *
 * ```ts
 * app.post("/webhooks/veriff", honoHandler(webhooks, { onEvent: save, onUnknown: save }));
 * ```
 */
export function honoHandler(webhooks: Webhooks, options: HandlerOptions): (context: HonoContext) => Promise<Response> {
  return (context) => fetchResponse(webhooks, context.req.raw, options, hint);
}
