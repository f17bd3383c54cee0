import type { HandlerOptions } from "../handler.ts";
import type { Webhooks } from "../webhooks.ts";
import { type Listener, listener } from "./listener.ts";

const hint =
  "Register this route before app.use(express.json()), or give it a raw body: app.post(path, express.raw({ type: '*/*' }), handler).";

/**
 * A handler for Express. It reads the body by itself, so it needs no body parser, and must stand before one.
 *
 * ```ts
 * app.post("/webhooks/veriff", expressHandler(webhooks, { onEvent: save, onUnknown: save }));
 * app.use(express.json());
 * ```
 */
export function expressHandler(webhooks: Webhooks, options: HandlerOptions): Listener {
  return listener(webhooks, options, hint);
}
