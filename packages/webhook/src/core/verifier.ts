import { rawBody, toText } from "./body.ts";
import type { Cryptography } from "./crypto/cryptography.ts";
import type { Delivery } from "./delivery.ts";
import type { RawRequest, WebhookInput } from "./input.ts";
import { failed, opened } from "./opened.ts";
import { settingsOf, type WebhookOptions } from "./options.ts";
import { readBody } from "./request-body.ts";
import type { VerifyResult } from "./result.ts";
import { signatureOf } from "./signature.ts";

/** Verifies requests, and bodies that are at hand. Never rejects. */
export type Verify = (input: WebhookInput) => Promise<VerifyResult>;

/** Verifies bodies that are at hand, without waiting. Never throws. */
export type VerifySync = (input: RawRequest) => VerifyResult<Delivery<string>>;

/** Cryptography that may wait. */
export type AnyCryptography = Cryptography<number | Promise<number>, Promise<string>>;

/** Makes `createVerifier` for a runtime. */
export function verifierWith({ matcher, digest }: AnyCryptography): (options: WebhookOptions) => Verify {
  return (options) => {
    const { secrets, clientId, maxBodyBytes, now } = settingsOf(options);
    const matches = matcher(secrets);
    return async (input) => {
      try {
        const receivedAt = now();
        const { headers } = input;
        const body = rawBody(isRequest(input) ? await readBody(input, maxBodyBytes) : input.body, maxBodyBytes);
        // Nothing may come between these two: what is read must be what is verified, even if the bytes change meanwhile.
        const text = toText(body);
        const match = matches(body, signatureOf(headers));
        return opened(body, text, headers, await match, receivedAt, clientId, digest);
      } catch (thrown) {
        return failed(thrown);
      }
    };
  };
}

/** Makes the synchronous form. */
export function syncVerifierWith({ matcher, digest }: Cryptography<number, string>) {
  return (options: WebhookOptions): VerifySync => {
    const { secrets, clientId, maxBodyBytes, now } = settingsOf(options);
    const matches = matcher(secrets);
    return (input) => {
      try {
        const receivedAt = now();
        const { headers } = input;
        const body = rawBody(input.body, maxBodyBytes);
        return opened(body, toText(body), headers, matches(body, signatureOf(headers)), receivedAt, clientId, digest);
      } catch (thrown) {
        return failed(thrown);
      }
    };
  };
}

function isRequest(input: WebhookInput): input is Request {
  return typeof (input as Request).arrayBuffer === "function";
}
