import { webCryptography } from "./core/crypto/web.ts";
import type { WebhookOptions } from "./core/options.ts";
import { type Verify, verifierWith } from "./core/verifier.ts";

export * from "./verify-exports.ts";

/**
 * Verifies webhooks of any kind, decisions for example, with the integration's shared secret. Knows nothing of events
 * and their catalog.
 *
 * ```ts
 * const verify = createVerifier({ secrets: process.env.WEBHOOK_SECRET });
 * const result = await verify(request);
 * if (result.ok) console.log(result.payload);
 * ```
 *
 * @throws TypeError where no secret is set, or an option cannot be meant.
 */
export const createVerifier: (options: WebhookOptions) => Verify = verifierWith(webCryptography);
