import { Agent, request } from "node:http";
import { eventBody, signature } from "./receiving.ts";

export interface Load {
  /** Vendor data of the deliveries that were answered 200. */
  readonly acknowledged: ReadonlySet<string>;
  /** Deliveries that were sent and not answered yet. */
  readonly unanswered: number;
  /** Resolves when every sender has stopped: on its own once the console is gone. */
  readonly over: Promise<void>;
}

/** Senders that post one event after the other, each with vendor data of its own, until there is no answer any more. */
export function load(url: string, name: string, senders: number): Load {
  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  const acknowledged = new Set<string>();
  let unanswered = 0;
  let number = 0;
  const send = (vendorData: string) =>
    new Promise<number | null>((resolve) => {
      const body = eventBody({ vendorData, id: `${name}-${number % 50}` });
      const headers = { "x-hmac-signature": signature(body), "content-length": Buffer.byteLength(body) };
      unanswered++;
      const done = (status: number | null) => {
        unanswered--;
        resolve(status);
      };
      const posting = request(url, { method: "POST", agent, headers }, (response) => {
        response.resume().once("end", () => done(response.statusCode ?? null));
        response.once("error", () => {});
      });
      posting.once("error", () => done(null));
      posting.end(body);
    });
  const sender = async () => {
    for (;;) {
      const vendorData = `${name}-${number++}`;
      const status = await send(vendorData);
      if (status === null) return;
      if (status === 200) acknowledged.add(vendorData);
    }
  };
  const over = Promise.all(Array.from({ length: senders }, sender)).then(() => agent.destroy());
  return {
    acknowledged,
    get unanswered() {
      return unanswered;
    },
    over,
  };
}
