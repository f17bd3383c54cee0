const hmac = { name: "HMAC", hash: "SHA-256" };
const encoder = new TextEncoder();

/** The signature of a body as the sender makes it: HMAC-SHA256 in lower-case hexadecimal. */
export async function sign(body: string | Uint8Array, secret: string): Promise<string> {
  const key = await crypto.subtle.importKey("raw", encoder.encode(secret), hmac, false, ["sign"]);
  const bytes = typeof body === "string" ? encoder.encode(body) : new Uint8Array(body);
  const signature = new Uint8Array(await crypto.subtle.sign(hmac, key, bytes));
  return Array.from(signature, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
