import { type RawBody, toBytes } from "./body.ts";
import { isFromClient } from "./client.ts";
import type { Delivery } from "./delivery.ts";
import { Failure } from "./failure.ts";
import type { WebhookHeaders } from "./headers.ts";
import type { Unverified, VerifyResult } from "./result.ts";

/**
 * Opens a body if one of the secrets signed it: nothing in it is looked at before.
 *
 * @param secretIndex Position of the secret that made the signature, or -1.
 * @throws Failure `signature_mismatch`, `client_mismatch`
 */
export function opened<Digest>(
  body: RawBody,
  text: string,
  headers: WebhookHeaders,
  secretIndex: number,
  receivedAt: Date,
  clientId: string | readonly string[] | undefined,
  digestOf: (body: RawBody) => Digest,
): VerifyResult<Delivery<Digest>> {
  if (secretIndex < 0) throw new Failure("signature_mismatch");
  if (clientId !== undefined && !isFromClient(headers, clientId)) throw new Failure("client_mismatch");
  let digest: Digest | undefined;
  const delivery: Delivery<Digest> = {
    receivedAt,
    secretIndex,
    bytes: () => toBytes(body),
    digest: () => {
      digest ??= digestOf(body);
      return digest;
    },
  };
  try {
    return { ok: true, payload: JSON.parse(text), delivery };
  } catch {
    // The engine's error quotes the body: it must not become a cause.
    return new Failure("not_json", undefined, delivery);
  }
}

/** What was thrown, as a result. What is not one of ours is a broken stream, or an input that throws when looked at. */
export function failed(thrown: unknown): Unverified<never> {
  return thrown instanceof Failure ? thrown : new Failure<never>("request_unreadable", thrown);
}
