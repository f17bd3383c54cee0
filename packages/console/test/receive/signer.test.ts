import { createWebhooksSync } from "@flow-catalog/webhook/node";
import fc from "fast-check";
import { expect, test } from "vitest";
import { signerOf } from "../../src/receive/signer.ts";
import { signature } from "../support/receiving.ts";

const secrets = [" first ", "", "second\n"];
const body = Buffer.from("[[]]");
const signer = signerOf(secrets);

test("a body is signed by whom the webhook kit says, for any headers", () => {
  const webhooks = createWebhooksSync({ secrets });
  const right = ["first", "second"].flatMap((secret) => {
    const made = signature(body, secret);
    return [made, made.toUpperCase(), `${made}, ${made}`, ` ${made}`];
  });
  const wrong = [
    signature(body, "third"),
    signature(body, ""),
    "0".repeat(64),
    "x",
    "",
    ",",
    `${right[0]}, ${right[4]}`,
  ];
  const header = fc.option(fc.constantFrom(...right, ...wrong), { nil: undefined });
  let agreed = 0;
  fc.assert(
    fc.property(header, header, (own, other) => {
      const headers = { "x-hmac-signature": own, "vrf-hmac-signature": other };
      const { delivery } = webhooks.receive({ body, headers });
      expect(signer(body, headers)).toBe(delivery?.secretIndex ?? null);
      if (delivery) agreed++;
    }),
    { numRuns: 500 },
  );
  expect(agreed).toBeGreaterThan(50);
});
