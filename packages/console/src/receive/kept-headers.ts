import type { IncomingHttpHeaders } from "node:http";
import type { KeptHeaders } from "../flow/delivery.ts";

/** What helps to find out how a delivery came here. No signature, cookie or credential can be among them. */
const allowed = [
  "accept",
  "content-length",
  "content-type",
  "date",
  "host",
  "traceparent",
  "user-agent",
  "via",
  "x-forwarded-for",
  "x-forwarded-proto",
  "x-request-id",
] as const;

const longest = 256;

/** The header lines that are kept, each cut to 256 characters. */
export function keptHeaders(headers: IncomingHttpHeaders): KeptHeaders {
  const kept: Record<string, string> = {};
  for (const name of allowed) {
    const value = headers[name];
    if (typeof value === "string") kept[name] = value.length > longest ? value.slice(0, longest) : value;
  }
  return kept;
}
