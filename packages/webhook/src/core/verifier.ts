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
export type AnyCryptography = Cryptography<number | Promise<number>, string | Promise<string>>;

/** Makes `createVerifier` for a runtime. */
export function verifierWith({ matcher, bytes, digest }: AnyCryptography): (options: VerifierOptions) => Verify {
  return (options) => {
    const settings = settingsOf(options);
    const match = matcher(settings.secrets);
    return async (input) => {
      try {
        const receivedAt = settings.now();
        const { headers } = input;
        const given = isRequest(input) ? await readBody(input, settings.maxBodyBytes) : input.body;
        const body = bytesOf(given, settings.maxBodyBytes, bytes);
        const found = match(body, signatureOf(headers));
        // Where verifying does not wait, nothing may come between it and reading the same bytes.
        const secretIndex = typeof found === "number" ? found : await found;
        return opened({ headers, body, secretIndex, receivedAt }, settings, async (body) => digest(body));
      } catch (thrown) {
        return failed(thrown);
      }
    };
  };
}

/** Makes the synchronous form. */
export function syncVerifierWith({ matcher, bytes, digest }: Cryptography<number, string>) {
  return (options: VerifierOptions): VerifySync => {
    const settings = settingsOf(options);
    const match = matcher(settings.secrets);
    return ({ body: given, headers }) => {
      try {
        const receivedAt = settings.now();
        const body = bytesOf(given, settings.maxBodyBytes, bytes);
        const secretIndex = match(body, signatureOf(headers));
        return opened({ headers, body, secretIndex, receivedAt }, settings, digest);
      } catch (thrown) {
        return failed(thrown);
      }
    };
  };
}

function isRequest(input: WebhookInput): input is Request {
  return "arrayBuffer" in input && typeof input.arrayBuffer === "function";
}
