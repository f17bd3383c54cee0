import type { WebhookInput } from "./core/input.ts";
import type { WebhookOptions } from "./core/options.ts";
import { type AnyCryptography, verifierWith } from "./core/verifier.ts";
import { answerOf, type HandlerOptions } from "./handler.ts";
import { received } from "./received.ts";
import type { Received, ReceiveResult } from "./result.ts";

/** Receives event webhooks. Its functions can be taken out and passed around. */
export interface Webhooks {
  /**
   * Verifies and reads a delivery. Never rejects: what is wrong is in the result.
   *
   * ```ts
   * const result = await webhooks.receive(request);
   * if (result.ok) console.log(result.event.kind, result.delivery.warnings);
   * else console.warn(result.error.code);
   * ```
   */
  receive(input: WebhookInput): Promise<ReceiveResult>;
  /** Like `receive`, for where an exception is handier. @throws WebhookError */
  unwrap(input: WebhookInput): Promise<Received>;
  /**
   * A fetch-style request handler: for Next, Hono, Deno, Bun, workers. It answers exactly 200 when the callback is done,
   * for unknown events too, and otherwise the status of the error, so that the sender tries again.
   */
  handler(options: HandlerOptions): (request: Request) => Promise<Response>;
}

/** Makes `createWebhooks` for a runtime. */
export function webhooksWith(cryptography: AnyCryptography): (options: WebhookOptions) => Webhooks {
  const createVerifier = verifierWith(cryptography);
  return (options) => {
    const verify = createVerifier(options);
    const receive = async (input: WebhookInput) => received(await verify(input));
    return {
      receive,
      async unwrap(input) {
        const result = await receive(input);
        if (!result.ok) throw result.error;
        return result;
      },
      handler: (callbacks) => async (request) => {
        const { status, body } = await answerOf(await receive(request), callbacks);
        return new Response(body, { status });
      },
    };
  };
}
