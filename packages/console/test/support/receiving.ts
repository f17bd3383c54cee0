import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import pino from "pino";
import { Registry } from "prom-client";
import { createReceiver, type ReceiverOptions } from "../../src/receive/receiver.ts";
import type { Receiver } from "../../src/server/parts.ts";

export const secret = "a secret of the test";

export interface Receiving extends AsyncDisposable {
  readonly receiver: Receiver;
  readonly url: string;
  /** Sends text over a connection of its own and gives all that comes back until it is closed. */
  raw(text: string): Promise<string>;
  readonly port: number;
}

/** A receiver behind a real port. */
export async function receiving(
  options: Pick<ReceiverOptions, "store"> & Partial<ReceiverOptions>,
): Promise<Receiving> {
  const receiver = createReceiver({
    secrets: [secret],
    secretIds: async () => [1_000, 1_001],
    clock: Date.now,
    logger: pino({ enabled: false }),
    metrics: new Registry(),
    ...options,
  });
  const server = createServer(receiver.handle).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    receiver,
    url: `http://127.0.0.1:${port}/`,
    port,
    async raw(sent) {
      const socket = connect(port, "127.0.0.1");
      socket.write(sent);
      return text(socket);
    },
    async [Symbol.asyncDispose]() {
      server.close();
      await receiver.close();
      server.closeAllConnections();
    },
  };
}

export function signature(body: string | Uint8Array, by: string = secret): string {
  return createHmac("sha256", by).update(body).digest("hex");
}

/** The body of an event. */
export function eventBody(members: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    id: "f04bdb47-d3be-4b28-b028-a652feb060b5",
    attemptId: "e30122d1-740b-4764-853f-470374a7abf4",
    feature: "selfid",
    code: 7001,
    action: "started",
    ...members,
  });
}

/** Posts a body, signed unless other headers say otherwise. */
export async function post(
  url: string,
  body: string | Uint8Array<ArrayBuffer> = eventBody(),
  headers: Readonly<Record<string, string>> = { "x-hmac-signature": signature(body) },
): Promise<{ readonly status: number; readonly text: string; readonly headers: Headers }> {
  const response = await fetch(url, { method: "POST", body, headers });
  return { status: response.status, text: await response.text(), headers: response.headers };
}
