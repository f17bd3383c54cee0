import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";

/** Cost of a new hash: 2^15 blocks of 1 KiB, three times, so 32 MiB and some tenths of a second. */
const cost = { ln: 15, r: 8, p: 3 };
const hashBytes = 32;
const longestPassword = 1_000;

interface ParsedHash {
  readonly options: ScryptOptions;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** Hashes a password in the form that the settings take: `scrypt:ln=15,r=8,p=3:<salt>:<hash>`. */
export async function hashPassword(password: string): Promise<string> {
  const { ln, r, p } = cost;
  const salt = randomBytes(16);
  const hash = await derive(password, salt, optionsOf(ln, r, p));
  return `scrypt:ln=${ln},r=${r},p=${p}:${salt.toString("base64url")}:${hash.toString("base64url")}`;
}

/** Whether the text is a hash that `hashPassword` can have made, at a cost that this program is willing to pay. */
export function isPasswordHash(text: string): boolean {
  return parse(text) !== null;
}

/** Takes as long for a wrong password as for the right one. */
export async function checkPassword(password: string, hash: string): Promise<boolean> {
  const parsed = parse(hash);
  if (parsed === null || password.length > longestPassword) return false;
  return timingSafeEqual(await derive(password, parsed.salt, parsed.options), parsed.hash);
}

function parse(text: string): ParsedHash | null {
  const match = /^scrypt:ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2}):([\w-]{22}):([\w-]{43})$/.exec(text);
  if (match === null) return null;
  const [ln = 0, r = 0, p = 0] = match.slice(1, 4).map(Number);
  if (ln < 14 || ln > 18 || r < 8 || r > 16 || p < 1 || p > 8) return null;
  return {
    options: optionsOf(ln, r, p),
    salt: Buffer.from(match[4] ?? "", "base64url"),
    hash: Buffer.from(match[5] ?? "", "base64url"),
  };
}

function optionsOf(ln: number, r: number, p: number): ScryptOptions {
  return { N: 2 ** ln, r, p, maxmem: 2 ** ln * r * 128 * 2 };
}

function derive(password: string, salt: Uint8Array, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    // Keyboards write the same letter in more than one way.
    scrypt(password.normalize("NFKC"), salt, hashBytes, options, (error, hash) => {
      if (error === null) resolve(hash);
      else reject(error);
    });
  });
}
