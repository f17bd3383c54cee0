import { webCryptography } from "./core/crypto/web.ts";
import type { WebhookOptions } from "./core/options.ts";
import { type Webhooks, webhooksWith } from "./webhooks.ts";

export * from "./exports.ts";

/**
 * Receives event webhooks with the integration's shared secret.
 *
 * ```ts
 * const webhooks = createWebhooks({ secrets: process.env.WEBHOOK_SECRET });
 * ```
 *
 * @throws TypeError where no secret is set, or an option cannot be meant.
 */
export const createWebhooks: (options: WebhookOptions) => Webhooks = webhooksWith(webCryptography);
