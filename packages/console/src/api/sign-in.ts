import { Hono } from "hono";
import type { Gate } from "../guard/gate.ts";
import type { AppEnv } from "./env.ts";
import { jsonBody, smallBody } from "./json-body.ts";
import { ProblemError } from "./problem.ts";
import { badRequest } from "./query.ts";
import type { Tools } from "./tools.ts";

/** `POST /api/sign-in` with `{ name?, password }`, and `POST /api/sign-out`. */
export function signInRoutes({ parts: { store, clock } }: Tools, gate: Gate): Hono<AppEnv> {
  const audit = (what: "signed_in" | "sign_in_failed", who: string) =>
    store.audit({ at: clock(), who, what, subject: null });
  return new Hono<AppEnv>()
    .post("/sign-in", smallBody, async (context) => {
      const { name, password } = credentialsOf(await jsonBody(context.req.raw));
      const signedIn = await gate.check(context, name, password);
      await audit(signedIn === null ? "sign_in_failed" : "signed_in", signedIn?.person.name ?? "somebody");
      if (signedIn === null) throw wrongPassword;
      gate.admit(context, signedIn);
      return context.json({ person: signedIn.person });
    })
    .post("/sign-out", async (context) => {
      await gate.signOut(context);
      return context.body(null, 204);
    });
}

function credentialsOf(body: unknown): { readonly name: string | null; readonly password: string } {
  const { name = "", password } = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const problems = [
    ...(isName(name) ? [] : [{ parameter: "name", message: "It has to be a text of at most 100 plain characters." }]),
    ...(typeof password === "string" ? [] : [{ parameter: "password", message: "It is missing." }]),
  ];
  if (problems.length > 0) throw badRequest(problems);
  return { name: (name as string | null)?.trim() || null, password: password as string };
}

function isName(name: unknown): boolean {
  return name === null || (typeof name === "string" && name.length <= 100 && !/\p{C}/u.test(name));
}

const wrongPassword = new ProblemError(401, { code: "wrong_password", message: "The password is not right." });
