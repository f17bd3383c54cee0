import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createWebhooksSync } from "@flow-catalog/webhook/node";
import type { Logger } from "pino";
import type { Registry } from "prom-client";
import type { Milliseconds, SecretId } from "../flow/delivery.ts";
import type { Receiver } from "../server/parts.ts";
import type { EventStore } from "../store/event-store.ts";
import { answer } from "./answer.ts";
import { batcher } from "./batcher.ts";
import { type Budget, readBody } from "./body.ts";
import { instruments } from "./instruments.ts";
import { keptHeaders } from "./kept-headers.ts";
import { isNestedTooDeep } from "./nesting.ts";
import { type Reading, readingOf, tooDeep } from "./new-delivery.ts";
import { rejections } from "./rejections.ts";
import { signerOf } from "./signer.ts";

export interface ReceiverOptions {
  readonly store: Pick<EventStore, "append">;
  /** The integration's shared secrets, the newest first. */
  readonly secrets: readonly string[];
  /** What stands for each of them in the store, which has to be asked for it. */
  readonly secretIds: () => Promise<readonly SecretId[]>;
  readonly clock: () => Milliseconds;
  readonly logger: Logger;
  readonly metrics: Registry;
  /** Told after each commit, so that live readers need not wait for the next look. */
  readonly onCommit?: () => void;
  readonly limits?: Partial<ReceiverLimits>;
}

export interface ReceiverLimits {
  /** Of one body. Default: 1 MiB. */
  readonly maxBodyBytes: number;
  /** Time for one body to arrive, in milliseconds. Default: 10 s. */
  readonly bodyDeadline: number;
  /** Deliveries that may be read or wait for their commit at the same time. Default: 1,000. */
  readonly waiting: number;
  /** Bytes that all of these together may hold. Default: 64 MiB. */
  readonly waitingBytes: number;
  /** Deliveries of one commit. Default: 500. */
  readonly batch: number;
  /** Records of rejected deliveries: how many may wait, and how many are kept a second. Default: 500 and 50. */
  readonly rejectionsWaiting: number;
  readonly rejectionsPerSecond: number;
}

const defaults: ReceiverLimits = {
  maxBodyBytes: 1_048_576,
  bodyDeadline: 10_000,
  waiting: 1_000,
  waitingBytes: 67_108_864,
  batch: 500,
  rejectionsWaiting: 500,
  rejectionsPerSecond: 50,
};

/** Seconds after which a sender may try again, where the console could not take a delivery. */
const retryAfter = { "retry-after": "5" };

/** What an answer says besides its status. The connection of a slow sender is not worth keeping. */
const headersOf: Readonly<Record<number, Readonly<Record<string, string>>>> = {
  408: { connection: "close" },
  503: retryAfter,
};

/**
 * Receives deliveries: 200 once they are committed, and never before. What is signed but no event is kept in quarantine
 * and answered 200 too, for sending it again would not make it one. Whatever is refused leaves a record without body.
 */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { store, secrets, secretIds, clock, logger, metrics, onCommit } = options;
  const limits = { ...defaults, ...options.limits };
  const webhooks = createWebhooksSync({
    secrets,
    maxBodyBytes: limits.maxBodyBytes,
    now: () => new Date(clock()),
  });
  const signer = signerOf(secrets);
  const records = rejections({ waiting: limits.rejectionsWaiting, perSecond: limits.rejectionsPerSecond });
  const budget: Budget = { used: 0, limit: limits.waitingBytes };
  let waiting = 0;
  let closed = false;
  let onNoneWaiting = () => {};
  const leave = () => {
    waiting--;
    if (waiting === 0) onNoneWaiting();
  };
  const counts = instruments(metrics, { waiting: () => waiting, dropped: () => records.dropped });
  const batches = batcher({
    store,
    rejections: records,
    maxBatch: limits.batch,
    onCommit(size) {
      counts.committed(size);
      onCommit?.();
    },
    onError: (error) => logger.error({ error }, "The store did not take a batch"),
  });

  const record = (why: string, status: number, size: number | null) => {
    if (records.add({ verdict: "rejected", receivedAt: clock(), why, status, size })) batches.rejected();
  };

  const refuse = (
    request: IncomingMessage,
    response: ServerResponse,
    status: number,
    why: string,
    size: number | null,
  ) => {
    if (status === 503) counts.overloaded();
    else counts.refused(why);
    record(why, status, size);
    answer(request, response, status, why, headersOf[status]);
  };

  const read = (headers: IncomingHttpHeaders, body: Uint8Array): Reading => {
    const secretIndex = isNestedTooDeep(body) ? signer(body, headers) : null;
    if (secretIndex !== null) return { keep: tooDeep(clock(), body, keptHeaders(headers)), secretIndex };
    return readingOf(webhooks.receive({ body, headers }), body, keptHeaders(headers));
  };

  const receive = (request: IncomingMessage, response: ServerResponse, body: Uint8Array, done: () => void) => {
    const reading = read(request.headers, body);
    if ("refuse" in reading) {
      done();
      refuse(request, response, reading.status, reading.refuse, body.byteLength);
      return;
    }
    const { keep, secretIndex } = reading;
    const settle = (error: Error | null) => {
      done();
      if (error === null) {
        counts.kept(keep.verdict, keep.receivedAt, secretIndex);
        answer(request, response, 200, "");
      } else {
        counts.failed();
        record("store_failed", 503, body.byteLength);
        answer(request, response, 503, "store_failed", retryAfter);
      }
    };
    const unnamed = (error: Error) => {
      logger.error({ error }, "The store did not say what stands for the secrets");
      settle(error);
    };
    secretIds().then((ids) => batches.add({ delivery: { ...keep, secretId: ids[secretIndex]! }, settle }), unnamed);
  };

  return {
    handle(request, response) {
      if (request.method !== "POST") return answer(request, response, 405, "method_not_allowed", { allow: "POST" });
      const { headers } = request;
      const announced = headers["content-length"] === undefined ? null : Number(headers["content-length"]);
      const refusal = refusalOf(headers, announced, limits.maxBodyBytes);
      if (closed || waiting >= limits.waiting) return refuse(request, response, 503, "overloaded", announced);
      if (refusal !== null) return refuse(request, response, ...refusal, announced);

      const arrived = performance.now();
      waiting++;
      readBody(request, { maxBytes: limits.maxBodyBytes, deadline: limits.bodyDeadline }, budget, (body, size) => {
        if (typeof body === "string") {
          leave();
          return refuse(request, response, statusOf[body], body, size);
        }
        receive(request, response, body, () => {
          leave();
          budget.used -= size;
          counts.answered(performance.now() - arrived);
        });
      });
    },
    status: () => ({ ...counts.status(), waiting, waitingLimit: limits.waiting }),
    async close() {
      closed = true;
      if (waiting > 0) await new Promise<void>((resolve) => (onNoneWaiting = resolve));
      await batches.idle();
    },
  };
}

const statusOf = { body_too_large: 413, overloaded: 503, request_unreadable: 400, too_slow: 408 } as const;

/** What the head of a request alone is reason enough for. */
function refusalOf(
  headers: IncomingMessage["headers"],
  announced: number | null,
  maxBytes: number,
): readonly [status: number, why: string] | null {
  const { "content-encoding": encoding = "identity" } = headers;
  // Nothing is ever decompressed: the signature is of the bytes as sent, and a small body cannot become a large one.
  if (encoding.toLowerCase() !== "identity") return [415, "unsupported_encoding"];
  if (announced !== null && announced > maxBytes) return [413, "body_too_large"];
  // The body of a request that nobody signed is not worth reading.
  if (!headers["x-hmac-signature"] && !headers["vrf-hmac-signature"]) return [401, "signature_missing"];
  return null;
}
