import { createHmac } from "node:crypto";
import type { Person } from "../api/env.ts";
import { lazily } from "../api/lazily.ts";
import type { SignIn } from "../server/parts.ts";
import type { EventStore } from "../store/event-store.ts";
import { createEndedSignIns } from "./ended.ts";
import { checkPassword } from "./password.ts";
import { createTokens } from "./token.ts";
import { nobody, type Visitor } from "./visitor.ts";

/** Half a day: a working day with a reserve. */
export const signInLasts = 12 * 3_600_000;

/** A sign-in that was just made. */
export interface SignedIn {
  readonly person: Person;
  readonly token: string;
}

type Passwords = Extract<SignIn, { readonly kind: "password" }>;

/** Sign-ins with a password, each carried by a signed cookie. */
export interface SignIns {
  /** @returns Null where the password is nobody's. */
  signIn(name: string | null, password: string): Promise<SignedIn | null>;
  /** @throws StoreError where the store does not take it: until it does, the sign-out holds in this process only. */
  signOut(token: string): Promise<void>;
  visitor(token: string): Promise<Visitor>;
}

/**
 * The cookies' key is the store's, so that every process of the store takes them, and so are the sign-ins that have ended;
 * a new password ends those that were made with the old one.
 */
export function createSignIns(passwords: Passwords, store: EventStore, clock: () => number): SignIns {
  const tokens = lazily(async () => {
    const key = await store.key("sign-in");
    const secretOf = (role: Person["role"]) => createHmac("sha256", key).update(`${role} ${passwords[role]}`).digest();
    const secrets = { operator: secretOf("operator"), viewer: secretOf("viewer") };
    return createTokens((role) => secrets[role]);
  });
  const ended = createEndedSignIns(store, clock);

  const oneAtATime = queue();
  const roleOf = async (password: string): Promise<Person["role"] | null> => {
    if (await checkPassword(password, passwords.operator)) return "operator";
    return passwords.viewer !== null && (await checkPassword(password, passwords.viewer)) ? "viewer" : null;
  };
  const claimsOf = async (token: string) => {
    const claims = (await tokens()).read(token);
    return claims === null || claims.until <= clock() ? null : claims;
  };

  return {
    async signIn(name, password) {
      const role = await oneAtATime(() => roleOf(password));
      if (role === null) return null;
      const person = { name: name ?? (role === "operator" ? "Operator" : "Viewer"), role };
      return { person, token: (await tokens()).make({ ...person, until: clock() + signInLasts }) };
    },
    async signOut(token) {
      const claims = await claimsOf(token);
      if (claims !== null) await ended.end(claims);
    },
    async visitor(token) {
      const claims = await claimsOf(token);
      if (claims === null) return nobody;
      const { id, name, role, until } = claims;
      const doubt = await ended.refresh();
      if (ended.has(id)) return nobody;
      return {
        person: { name, role },
        doubt,
        isOver: () => until <= clock() || ended.has(id) || !ended.isSure(),
        onSignOut: (callback) => ended.onEnd(id, callback),
      };
    },
  };
}

/** Runs one piece of work after the other: hashing takes memory, and time that deliveries need more. */
function queue() {
  let last: Promise<unknown> = Promise.resolve();
  return <Value>(work: () => Promise<Value>): Promise<Value> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
}
