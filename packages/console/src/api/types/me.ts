import type { Iso, Role } from "./common.ts";

/** `GET /api/me`, also without a sign-in. */
export interface Me {
  /** Null where a sign-in is needed first. */
  readonly person: { readonly name: string; readonly role: Role } | null;
  /** How people sign in: not at all (loopback only), with a password, or at a proxy in front. */
  readonly signIn: "none" | "password" | "proxy";
  /** The console runs on made-up data. */
  readonly demo: boolean;
  readonly version: string;
  readonly catalogVersion: string;
  readonly now: Iso;
}
