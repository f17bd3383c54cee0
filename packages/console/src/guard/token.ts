import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { Role } from "../api/types/index.ts";

/** What a cookie says, and nobody but the console can make it say. */
export interface Claims {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** When it ends, in milliseconds. */
  readonly until: number;
}

/** @param secretOf What claims of a role are signed with: the store's key and that role's password hash. */
export function createTokens(secretOf: (role: Role) => Buffer) {
  const mac = (payload: string, role: Role) => createHmac("sha256", secretOf(role)).update(payload).digest();
  return {
    make(claims: Omit<Claims, "id">): string {
      const id = randomBytes(16).toString("base64url");
      const payload = Buffer.from(JSON.stringify({ id, ...claims })).toString("base64url");
      return `${payload}.${mac(payload, claims.role).toString("base64url")}`;
    },
    /** Null for everything that was not made here. Whether it has ended is for the caller to see. */
    read(token: string): Claims | null {
      const [payload = "", signature = ""] = token.split(".");
      const given = Buffer.from(signature, "base64url");
      for (const role of ["operator", "viewer"] as const) {
        const right = mac(payload, role);
        if (given.length !== right.length || !timingSafeEqual(given, right)) continue;
        const claims = JSON.parse(Buffer.from(payload, "base64url").toString("utf8")) as Claims;
        return claims.role === role ? claims : null;
      }
      return null;
    },
  };
}
