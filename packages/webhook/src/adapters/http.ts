import type { HandlerOptions } from "../handler.ts";
import type { Webhooks } from "../webhooks.ts";
import { type Listener, listener } from "./listener.ts";

const hint =
  "Call this listener before anything that reads the request. In an API route of Next's Pages Router: export const config = { api: { bodyParser: false } }.";

/**
 * A listener for Node's http server, and for frameworks that hand on Node's request and response.
 *
 * ```ts
 * createServer(httpHandler(webhooks, { onEvent: save, onUnknown: save })).listen(3000);
 * ```
 *
 * It answers every request as a webhook, so call it for the right path only.
 */
export function httpHandler(webhooks: Webhooks, options: HandlerOptions): Listener {
  return listener(webhooks, options, hint);
}
