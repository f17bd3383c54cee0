import { bytesOf } from "./body.ts";
import type { Cryptography } from "./crypto/cryptography.ts";
import type { Delivery } from "./delivery.ts";
import type { RawRequest, WebhookInput } from "./input.ts";
import { failed, opened } from "./opened.ts";
import { settingsOf, type VerifierOptions } from "./options.ts";
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
export function verifierWith({ matcher, bytes, digest }: AnyCryptography): (options: VerifierOptions) => Verify {
  return (options) => {
    const { secrets, clientIds, maxBodyBytes, now } = settingsOf(options);
    const match = matcher(secrets);
    return async (input) => {
      try {
        const receivedAt = now();
        const { headers } = input;
        const given = isRequest(input) ? await readBody(input, maxBodyBytes) : input.body;
        const body = bytesOf(given, maxBodyBytes, bytes);
        const found = match(body, signatureOf(headers));
        // Where verifying does not wait, nothing may come between it and reading the same bytes.
        const secretIndex = typeof found === "number" ? found : await found;
        return opened(body, headers, secretIndex, receivedAt, clientIds, digest);
      } catch (thrown) {
        return failed(thrown);
      }
    };
  };
}

/** Makes the synchronous form. */
export function syncVerifierWith({ matcher, bytes, digest }: Cryptography<number, string>) {
  return (options: VerifierOptions): VerifySync => {
    const { secrets, clientIds, maxBodyBytes, now } = settingsOf(options);
    const match = matcher(secrets);
    return (input) => {
      try {
        const receivedAt = now();
        const { headers } = input;
        const body = bytesOf(input.body, maxBodyBytes, bytes);
        return opened(body, headers, match(body, signatureOf(headers)), receivedAt, clientIds, digest);
      } catch (thrown) {
        return failed(thrown);
      }
    };
  };
}

function isRequest(input: WebhookInput): input is Request {
  return typeof (input as Request).arrayBuffer === "function";
}
