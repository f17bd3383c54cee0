import type { randomOf } from "../random.ts";

type Random = ReturnType<typeof randomOf>;

const event = JSON.stringify({
  id: "f04bdb47-d3be-4b28-b028-a652feb060b5",
  attemptId: "e30122d1-740b-4764-853f-470374a7abf4",
  code: 7010,
  action: "flow_cancelled",
  context: { reason: "quit_session_confirmed", state: "error_screen_shown" },
  vendorData: "QWE123",
});

const scraps = [
  '"__proto__":{"polluted":1},',
  '"constructor":{"prototype":{"polluted":1}},',
  '"toString":null,',
  '"toJSON":{},',
  '"context":{"__proto__":{"reason":1}},',
  '"context":{"reason":{"toString":1},"state":[[]]},',
  '"action":"__proto__",',
  '"action":"constructor",',
  '"action":"\\u0000\\ud800",',
  '"code":1e999,',
  '"code":-0,',
  '"code":9007199254740993,',
  '"id":"",',
  '"vendorData":"\\u202e\\ufeff",',
  "\ud800",
  "\ufeff",
  "\0",
  "]",
  "}",
  "//",
  "NaN",
];

const values: readonly unknown[] = [
  undefined,
  null,
  0,
  Number.NaN,
  true,
  Symbol("body"),
  10n,
  () => event,
  {},
  [],
  [123],
  { length: 2 ** 31 },
  { byteLength: 8, length: 8, 0: 1 },
  new Date(0),
  new Map(),
  JSON.parse(event),
  Object.create(null),
  Object.create(Uint8Array.prototype),
  Object.create(String.prototype),
  Object.create(ArrayBuffer.prototype),
  new Proxy(
    {},
    {
      get: () => {
        throw new Error("trap");
      },
      getPrototypeOf: () => {
        throw new Error("trap");
      },
    },
  ),
  new Proxy(new Uint8Array(8), {}),
  new String(event),
  new DataView(new ArrayBuffer(8)),
  new Float64Array(3),
  new Uint8Array(new SharedArrayBuffer(8)),
  structuredClone(new ArrayBuffer(8)),
  detached().buffer,
  detached(),
  new ReadableStream(),
  new Blob(["x"]),
  Promise.resolve(event),
];

/** Bytes whose memory has gone elsewhere. */
function detached(): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(8);
  structuredClone(bytes.buffer, { transfer: [bytes.buffer] });
  return bytes;
}

const nested = ["[", '{"a":', '{"context":', '[{"__proto__":'].map((open) => open.repeat(20_000));

/** A body that somebody who knows the secret, or does not, might send, or that a program might pass by mistake. */
export function hostileBody(random: Random): unknown {
  const kind = random.below(16);
  if (kind === 0) return random.pick(values);
  if (kind === 1) return bytes(random);
  if (kind === 2) return text(random);
  if (kind === 3 && random.below(200) === 0) return random.pick(nested);
  const at = random.below(event.length);
  if (kind < 8) return event.slice(0, at) + random.pick(scraps) + event.slice(at + random.below(8));
  if (kind < 12) return `{${random.pick(scraps)}${random.pick(scraps)}${event.slice(1)}`;
  if (kind < 14)
    return event.replace(/"[^"]*"/g, (part) =>
      random.below(4) === 0 ? random.pick(["null", "[]", '""', "1", "{}", part]) : part,
    );
  const copy = new TextEncoder().encode(event);
  for (let flips = 1 + random.below(6); flips > 0; flips--) copy[random.below(copy.length)] = random.below(256);
  return kind === 14 ? copy : copy.buffer;
}

function bytes(random: Random): Uint8Array {
  return Uint8Array.from({ length: random.below(64) }, () => random.below(256));
}

function text(random: Random): string {
  return String.fromCharCode(...Array.from({ length: random.below(64) }, () => random.below(0x1_0000)));
}
