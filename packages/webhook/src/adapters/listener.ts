import type { IncomingMessage, ServerResponse } from "node:http";
import type { HandlerOptions } from "../handler.ts";
import type { Webhooks } from "../webhooks.ts";
import { incoming, type Parsed } from "./incoming.ts";
import { respond } from "./respond.ts";

/** A listener as Node's http server and Express call it. The promise never rejects. */
export type Listener = (request: IncomingMessage & Parsed, response: ServerResponse) => Promise<void>;

/** Receives and answers a Node request. */
export function listener(webhooks: Webhooks, options: HandlerOptions, rawBodyHint: string): Listener {
  return async (request, response) => {
    const { status, body } = await respond(webhooks, incoming(request, request), options, rawBodyHint);
    // Something else, a timeout for example, may have answered meanwhile.
    if (response.headersSent) return;
    // The rest of a body that is too large is not worth receiving.
    if (!request.complete) response.setHeader("connection", "close");
    response.writeHead(status, { "content-type": "text/plain", "content-length": body.length }).end(body);
  };
}
