import type { Context, MiddlewareHandler } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { AppEnv } from "../api/env.ts";
import { ProblemError } from "../api/problem.ts";
import type { Parts } from "../server/parts.ts";
import { addressOf, isHttps, networkOf } from "./client.ts";
import { proxyVisitor } from "./proxy.ts";
import { createRateLimit } from "./rate-limit.ts";
import { createSignIns, type SignedIn, signInLasts } from "./sign-ins.ts";
import { nobody, somebody, type Visitor } from "./visitor.ts";

/** Who gets in. */
export interface Gate {
  /** Finds out who asks. */
  readonly identify: MiddlewareHandler<AppEnv>;
  /**
   * @returns Null where the password is nobody's.
   * @throws ProblemError where there is nothing to sign in to, or too many tries.
   */
  check(context: Context<AppEnv>, name: string | null, password: string): Promise<SignedIn | null>;
  /** Gives the browser the cookie of a sign-in. */
  admit(context: Context<AppEnv>, signedIn: SignedIn): void;
  signOut(context: Context<AppEnv>): Promise<void>;
}

const quarterHour = 15 * 60_000;

export function createGate({ signIn, store, clock, trustProxy }: Parts): Gate {
  const signIns = signIn.kind === "password" ? createSignIns(signIn, store, clock) : null;
  const perNetwork = createRateLimit({ tries: 10, within: quarterHour, clock, names: 10_000 });
  // What all networks together can try is what the machine can hash beside its work.
  const overall = createRateLimit({ tries: 100, within: quarterHour, clock, names: 1 });

  const cookieOf = (context: Context<AppEnv>) =>
    getCookie(context, cookieName, isHttps(context, trustProxy) ? "host" : undefined) || undefined;

  const visitorOf = async (context: Context<AppEnv>): Promise<Visitor> => {
    if (signIn.kind === "none") return somebody({ name: "Operator", role: "operator" });
    if (signIn.kind === "proxy") return proxyVisitor(context, signIn);
    const token = cookieOf(context);
    return token === undefined || signIns === null ? nobody : signIns.visitor(token);
  };

  return {
    async identify(context, next) {
      context.set("visitor", await visitorOf(context));
      await next();
    },
    async check(context, name, password) {
      if (signIns === null) throw noPassword;
      const network = networkOf(addressOf(context, trustProxy));
      const wait = perNetwork.take(network) || overall.take("all");
      if (wait > 0) throw tooMany(wait);
      const signedIn = await signIns.signIn(name, password);
      if (signedIn !== null) perNetwork.forgive(network);
      return signedIn;
    },
    admit(context, { token }) {
      setCookie(context, cookieName, token, cookieOptions(isHttps(context, trustProxy)));
    },
    async signOut(context) {
      const token = cookieOf(context);
      if (token !== undefined) await signIns?.signOut(token);
      deleteCookie(context, cookieName, cookieOptions(isHttps(context, trustProxy)));
    },
  };
}

const cookieName = "flow-console";

/** With HTTPS, `__Host-`: no other host, no other path and no plain HTTP can set it. */
function cookieOptions(https: boolean) {
  const common = { path: "/", httpOnly: true, sameSite: "Strict", maxAge: signInLasts / 1_000 } as const;
  return https ? ({ ...common, secure: true, prefix: "host" } as const) : common;
}

const noPassword = new ProblemError(409, {
  code: "no_password",
  message: "There is no password to sign in with here: the console asks nobody, or a proxy in front signs people in.",
});

function tooMany(wait: number): ProblemError {
  const seconds = Math.ceil(wait / 1_000);
  return new ProblemError(
    429,
    { code: "too_many_tries", message: `Too many tries to sign in. Try again in ${seconds} seconds.` },
    { "retry-after": String(seconds) },
  );
}
