import { expect, test } from "vitest";
import * as web from "../src/index.ts";
import { createWebhooksSync } from "../src/node.ts";
import { knownAnswer } from "./known-answer.ts";
import { randomOf, seed } from "./random.ts";

interface Signed {
  readonly body: Uint8Array;
  readonly signature: string;
  readonly secret: string;
}

const original: Signed = { ...knownAnswer, body: new TextEncoder().encode(knownAnswer.body) };

/** One bit of a byte, at a place given as a number of bits from the start. */
function flipped(bytes: Uint8Array, bit: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3]! ^= 1 << (bit & 7);
  return copy;
}

function flippedText(text: string, bit: number): string {
  return String.fromCharCode(
    ...flipped(
      Uint8Array.from(text, (character) => character.charCodeAt(0)),
      bit,
    ),
  );
}

/** The signature is flipped as the bytes it stands for: a flipped letter may be the same digit in the other case. */
function flippedHex(hex: string, bit: number): string {
  return Buffer.from(flipped(Buffer.from(hex, "hex"), bit)).toString("hex");
}

/** One to four bits of one part, all of them different. */
function broken(random: ReturnType<typeof randomOf>): Signed & { readonly part: string } {
  const part = random.pick(["body", "signature", "secret"] as const);
  const bits = part === "body" ? original.body.length * 8 : part === "signature" ? 256 : original.secret.length * 8;
  const chosen = new Set(Array.from({ length: 1 + random.below(4) }, () => random.below(bits)));
  let { body, signature, secret } = original;
  for (const bit of chosen) {
    if (part === "body") body = flipped(body, bit);
    else if (part === "signature") signature = flippedHex(signature, bit);
    else secret = flippedText(secret, bit);
  }
  return { part, body, signature, secret };
}

function codeOf(signed: Signed): string {
  const webhooks = createWebhooksSync({ secrets: signed.secret });
  const result = webhooks.receive({ body: signed.body, headers: { "x-hmac-signature": signed.signature } });
  return result.ok ? "event" : result.error.code;
}

test("the known answer verifies, and no case with any bit flipped does", () => {
  expect(codeOf(original)).toBe("not_an_event");
  const random = randomOf(seed);
  const wrong = [];
  for (let run = 0; run < 100_000; run++) {
    const signed = broken(random);
    const code = codeOf(signed);
    if (code !== "signature_mismatch") wrong.push({ seed, run, code, ...signed });
  }
  expect(wrong).toEqual([]);
});

test("every single bit of body, signature and secret counts", () => {
  const codes = new Set<string>();
  for (let bit = 0; bit < original.body.length * 8; bit++)
    codes.add(codeOf({ ...original, body: flipped(original.body, bit) }));
  for (let bit = 0; bit < 256; bit++)
    codes.add(codeOf({ ...original, signature: flippedHex(original.signature, bit) }));
  for (let bit = 0; bit < original.secret.length * 8; bit++) {
    codes.add(codeOf({ ...original, secret: flippedText(original.secret, bit) }));
  }
  expect([...codes]).toEqual(["signature_mismatch"]);
});

test("the same through WebCrypto", async () => {
  const random = randomOf(seed);
  const codes = new Set<string>();
  for (let run = 0; run < 5_000; run++) {
    const { body, signature, secret } = broken(random);
    const webhooks = web.createWebhooks({ secrets: secret });
    const result = await webhooks.receive({ body, headers: { "x-hmac-signature": signature } });
    codes.add(result.ok ? "event" : result.error.code);
  }
  expect([...codes]).toEqual(["signature_mismatch"]);
});
