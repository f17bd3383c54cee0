import type { IncomingMessage } from "node:http";
import type { WebhookInput } from "../core/input.ts";

/** What body parsers leave: the parsed body, and the raw one where they keep it. */
export interface Parsed {
  readonly body?: unknown;
  readonly rawBody?: unknown;
}

/**
 * A Node request as something to receive: its stream if nobody has read it, else the body that a parser left. A parsed
 * body is passed on all the same: receiving recognises it and says so.
 */
export function incoming(message: IncomingMessage, { body, rawBody }: Parsed): WebhookInput {
  return message.readableDidRead || message.readableEnded
    ? ({ headers: message.headers, body: rawBody ?? body } as WebhookInput)
    : streamed(message);
}

/** The part of a fetch-style request that receiving uses. */
function streamed(message: IncomingMessage): Request {
  const chunks = message[Symbol.asyncIterator]();
  return {
    headers: message.headers,
    bodyUsed: false,
    body: {
      locked: false,
      // To stop reading is enough. To destroy the stream would cut the connection that the answer has to go out on.
      getReader: () => ({ read: () => chunks.next(), cancel: async () => {} }),
    },
    arrayBuffer() {
      throw new TypeError("This body is read as a stream");
    },
  } as unknown as Request;
}
