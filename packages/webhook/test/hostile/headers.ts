import type { randomOf } from "../random.ts";

type Random = ReturnType<typeof randomOf>;

const trap = () => {
  throw new Error("trap");
};

const shapes: readonly unknown[] = [
  undefined,
  null,
  0,
  "x-hmac-signature",
  Symbol("headers"),
  [],
  [[]],
  [["x-hmac-signature"]],
  ["x-hmac-signature"],
  [null, null],
  [["x-hmac-signature", { toString: trap }]],
  [[Symbol("name"), "value"]],
  { get: trap },
  { get: () => ({}) },
  { get: () => 7 },
  { get: "x-hmac-signature" },
  new Map([["x-hmac-signature", "00"]]),
  new Proxy({}, { get: trap, ownKeys: trap }),
  Object.create({ "x-hmac-signature": "0".repeat(64) }),
  Object.defineProperty({}, "x-hmac-signature", { get: trap, enumerable: true }),
  JSON.parse('{"__proto__":{"x-hmac-signature":"00"}}'),
  new Headers(),
  () => "",
];

const names = [
  "x-hmac-signature",
  "vrf-hmac-signature",
  "X-HMAC-Signature",
  "Vrf-Hmac-Signature",
  "x-hmac-signature ",
  "x_hmac_signature",
  "\u212A-hmac-signature",
  "__proto__",
  "constructor",
];

/** Headers as a stranger or a mistake may make them. Where there is a right signature, it often stands among them. */
export function hostileHeaders(random: Random, signature: string): unknown {
  if (random.below(12) === 0) return random.pick(shapes);
  const pairs = Array.from(
    { length: 1 + random.below(3) },
    () => [random.pick(names), value(random, signature)] as const,
  );
  const shape = random.below(4);
  if (shape === 0) return pairs;
  if (shape === 1) return pairs.flat();
  return Object.fromEntries(pairs);
}

function value(random: Random, signature: string): unknown {
  switch (random.below(10)) {
    case 0:
      return signature.toUpperCase();
    case 1:
      return `${signature},${signature}`;
    case 2:
      return [signature, random.pick([signature, "", null, {}])];
    case 3:
      return random.pick([
        "",
        " ",
        ",",
        "\0",
        "0".repeat(64),
        "g".repeat(64),
        "\u0130".repeat(64),
        "a".repeat(5_000),
        ",".repeat(500),
      ]);
    case 4:
      return random.pick<unknown>([null, undefined, 0, 1n, Symbol("value"), {}, [], { toString: trap }, Number.NaN]);
    case 5:
      return signature.slice(0, random.below(64)) + String.fromCharCode(random.below(0x1_0000));
    default:
      return signature;
  }
}
