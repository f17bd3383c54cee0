import { createHmac, createSecretKey, timingSafeEqual } from "node:crypto";
import type { Contender } from "./contender.ts";
import { secret } from "./event.ts";

/** HMAC-SHA256 in lower-case hexadecimal. */
export const hexadecimal = (body: string): string => createHmac("sha256", secret).update(body).digest("hex");

const shared = { side: "floor", waits: false, forms: ["bytes", "text"], sign: hexadecimal } as const;

/** The least that anybody must do, as anybody would write it: the HMAC, a comparison in constant time, and the JSON. */
export const floor: Contender = {
  ...shared,
  name: "the floor: bare `node:crypto` and `JSON.parse`",
  delivery: (body, signature) => () => {
    const expected = createHmac("sha256", secret).update(body).digest();
    if (!timingSafeEqual(expected, Buffer.from(signature, "hex"))) throw new Error("Wrong signature");
    return JSON.parse(body.toString());
  },
};

const key = createSecretKey(secret, "utf8");
const expected = Buffer.alloc(32);
const given = Buffer.alloc(32);

/** The same with what is known to make it faster: a prepared key, buffers used again, and a digest as text. */
export const tunedFloor: Contender = {
  ...shared,
  name: "the floor, tuned by hand",
  delivery: (body, signature) => () => {
    given.write(signature, "hex");
    expected.write(createHmac("sha256", key).update(body).digest("binary"), "latin1");
    if (!timingSafeEqual(expected, given)) throw new Error("Wrong signature");
    return JSON.parse(body.toString());
  },
};
