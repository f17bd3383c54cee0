import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkPassword, hashPassword, isPasswordHash } from "../../src/guard/password.ts";
import { createSeal } from "../../src/guard/seal.ts";

describe("a password hash", () => {
  it("is told by its password only, and carries its cost", async () => {
    const hash = await hashPassword("pässword");
    expect(hash).toMatch(/^scrypt:ln=15,r=8,p=3:[\w-]{22}:[\w-]{43}$/);
    expect(await checkPassword("pässword", hash)).toBe(true);
    expect(await checkPassword("pa\u0308ssword", hash)).toBe(true);
    expect(await checkPassword("password", hash)).toBe(false);
    expect(await hashPassword("pässword")).not.toBe(hash);
  });

  it("is refused at a cost that would stop the machine, or guard nothing", async () => {
    const rest = `${"A".repeat(22)}:${"A".repeat(43)}`;
    expect(isPasswordHash(`scrypt:ln=15,r=8,p=3:${rest}`)).toBe(true);
    for (const cost of ["ln=30,r=8,p=1", "ln=15,r=99,p=1", "ln=15,r=8,p=99", "ln=1,r=8,p=1", "ln=15,r=0,p=0", "x"]) {
      expect(isPasswordHash(`scrypt:${cost}:${rest}`)).toBe(false);
      expect(await checkPassword("", `scrypt:${cost}:${rest}`)).toBe(false);
    }
  });
});

describe("a seal", () => {
  const key = new Uint8Array(32).fill(7);
  const { seal, open } = createSeal(key);

  it("opens what it closed, the same text always to the same reference", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(open(seal(text))).toBe(text);
        expect(createSeal(key).seal(text)).toBe(seal(text));
        expect(seal(text)).toMatch(/^[\w-]+$/);
      }),
    );
  });

  it("opens nothing else", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 255 }), (text, at, flip) => {
        const bytes = Buffer.from(seal(text), "base64url");
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ flip;
        expect(open(bytes.toString("base64url"))).toBeNull();
        expect(createSeal(new Uint8Array(32)).open(seal(text))).toBeNull();
        expect(open(text)).toBeNull();
      }),
    );
    expect(open(`${seal("a")}=`)).toBeNull();
  });
});
