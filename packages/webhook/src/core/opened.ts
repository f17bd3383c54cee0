import { isFromClient } from "./client.ts";
import type { Delivery } from "./delivery.ts";
import { Failure } from "./failure.ts";
import type { WebhookHeaders } from "./headers.ts";
import { readJson } from "./json.ts";
import type { Settings } from "./options.ts";
import type { Unverified, VerifyResult } from "./result.ts";

/** A body whose signature has been looked at. */
export interface CheckedBody {
  readonly headers: WebhookHeaders;
  readonly body: Uint8Array;
  /** Position of the secret that made the signature, or -1. */
  readonly secretIndex: number;
  readonly receivedAt: Date;
}

/** Opens a body if one of the secrets signed it: nothing in it is looked at before. */
export function opened<Digest>(
  { headers, body, secretIndex, receivedAt }: CheckedBody,
  { clientIds }: Settings,
  digestOf: (body: Uint8Array) => Digest,
): VerifyResult<Delivery<Digest>> {
  if (secretIndex < 0) throw new Failure("signature_mismatch");
  if (clientIds && !isFromClient(headers, clientIds)) throw new Failure("client_mismatch");
  let digest: Digest | undefined;
  const delivery: Delivery<Digest> = {
    receivedAt,
    body,
    secretIndex,
    digest: () => {
      digest ??= digestOf(body);
      return digest;
    },
  };
  try {
    return { ok: true, payload: readJson(body), delivery };
  } catch {
    // The engine's error quotes the body: it must not become a cause.
    return { ok: false, code: "not_json", delivery };
  }
}

/** What was thrown, as a result. What is not one of ours is a broken stream, or an input that throws when looked at. */
export function failed(thrown: unknown): Unverified<never> {
  return thrown instanceof Failure
    ? { ok: false, code: thrown.code, delivery: null }
    : { ok: false, code: "request_unreadable", cause: thrown, delivery: null };
}
