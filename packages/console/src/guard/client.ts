import type { Context } from "hono";
import type { AppEnv } from "../api/env.ts";

/** The address that a request comes from: what a proxy in front saw, where it is believed, else the connection's. */
export function addressOf(context: Context<AppEnv>, trustProxy: boolean): string {
  const direct = connectedFrom(context) ?? "unknown";
  if (!trustProxy) return direct;
  // The proxy adds what it saw at the end; whatever stands before it, anyone can have written.
  return context.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() || direct;
}

/** Those that one household or one server can have count as one address: an IPv6 network of 64 bits. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!address.includes(":")) return address;
  const [head = ""] = address.split("::");
  const groups = head.split(":").filter((group) => group !== "");
  return [...groups, "0", "0", "0", "0"].slice(0, 4).join(":");
}

/** Whether the browser speaks HTTPS, to us or to the proxy in front. */
export function isHttps(context: Context<AppEnv>, trustProxy: boolean): boolean {
  const forwarded = trustProxy ? context.req.header("x-forwarded-proto")?.split(",").at(-1)?.trim() : undefined;
  return (forwarded ?? new URL(context.req.url).protocol.slice(0, -1)) === "https";
}

/** Whether a request comes from this machine itself, and no proxy passed it on. */
export function isLocal(context: Context<AppEnv>): boolean {
  const address = connectedFrom(context) ?? "";
  const passedOn = ["x-forwarded-for", "forwarded", "via"].some((name) => context.req.header(name) !== undefined);
  return !passedOn && /^(?:::ffff:)?127\.|^::1$/.test(address);
}

/** Unknown where the app is asked without a server around it, as in tests. */
function connectedFrom({ env }: Context<AppEnv>): string | undefined {
  return (env as AppEnv["Bindings"] | undefined)?.incoming?.socket.remoteAddress;
}
