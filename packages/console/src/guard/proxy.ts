import type { Context } from "hono";
import type { AppEnv } from "../api/env.ts";
import type { SignIn } from "../server/parts.ts";
import { nobody, somebody, type Visitor } from "./visitor.ts";

/**
 * Whom the proxy in front names. A header that came twice is one that somebody else set beside the proxy: then nobody is
 * signed in.
 */
export function proxyVisitor(
  context: Context<AppEnv>,
  { nameHeader, operators }: Extract<SignIn, { readonly kind: "proxy" }>,
): Visitor {
  const name = context.req.header(nameHeader)?.trim() ?? "";
  if (name === "" || name.length > 200 || name.includes(",")) return nobody;
  return somebody({ name, role: operators.includes(name) ? "operator" : "viewer" });
}
