import type { WebhookInput } from "../core/input.ts";
import { WebhookError } from "../error.ts";
import { type Answer, answerOf, type HandlerOptions } from "../handler.ts";
import type { Webhooks } from "../webhooks.ts";

/**
 * Receives for a framework, and hands the result to the callbacks.
 *
 * @param rawBodyHint How to get the raw body in this framework, for where something has parsed it before.
 */
export async function respond(
  webhooks: Webhooks,
  input: WebhookInput,
  options: HandlerOptions,
  rawBodyHint: string,
): Promise<Answer> {
  const result = await webhooks.receive(input);
  if (result.ok || result.error.code !== "body_not_raw") return answerOf(result, options);
  return answerOf({ ...result, error: new WebhookError("body_not_raw", { hint: rawBodyHint }) }, options);
}
