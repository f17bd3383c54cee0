import { scryptSync } from "node:crypto";
import type { SignIn } from "../../src/server/parts.ts";

/** A hash at the lowest cost that is taken, so that tests do not spend their time hashing. */
function cheapHash(password: string): string {
  const salt = Buffer.alloc(16, password);
  const hash = scryptSync(password, salt, 32, { N: 2 ** 14, r: 8, p: 1, maxmem: 2 ** 26 });
  return `scrypt:ln=14,r=8,p=1:${salt.toString("base64url")}:${hash.toString("base64url")}`;
}

export const operatorPassword = "correct horse battery staple";
export const viewerPassword = "look but do not touch";

export const passwords: Extract<SignIn, { readonly kind: "password" }> = {
  kind: "password",
  operator: cheapHash(operatorPassword),
  viewer: cheapHash(viewerPassword),
};

interface Asked {
  request(path: string, init?: RequestInit): Response | Promise<Response>;
}

/** What a browser sends along with a request of the console's own page. */
export const ownPage = { "sec-fetch-site": "same-origin" };

export function postSignIn(app: Asked, body: unknown, headers: Record<string, string> = {}) {
  return app.request("/api/sign-in", {
    method: "POST",
    headers: { ...ownPage, "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** Signs in, and gives the headers of further requests. */
export async function signedIn(app: Asked, password: string): Promise<Record<string, string>> {
  const response = await postSignIn(app, { name: "Ada", password });
  const [cookie = ""] = response.headers.get("set-cookie")?.split(";") ?? [];
  return { ...ownPage, cookie };
}
