import { whyNot } from "../allowed-url.ts";
import { showText, showUrl } from "../show.ts";
import { failure, type Trip } from "../trip.ts";
import type { Answer } from "./ask.ts";

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Where an answer sends us; undefined where it sends us nowhere. Throws where we do not go. */
export function nextUrl(trip: Trip, answer: Answer): URL | undefined {
  if (!redirects.has(answer.status)) return undefined;
  const refuse = (what: string) => failure(trip, answer.url, "redirect-refused", what);
  const { location } = answer.headers;
  if (location === undefined) throw refuse(`the server answered ${answer.status} without saying where to go`);
  // Node reads headers byte by byte; some servers write UTF-8 in them.
  const url = URL.parse(Buffer.from(location, "latin1").toString("utf8"), answer.url.href);
  if (url === null) throw refuse(`it redirects to "${showText(showUrl(location))}", which is no address`);
  const reason = whyNot(url);
  if (reason !== undefined) throw refuse(`it redirects to ${showUrl(url)}: ${reason}`);
  if (answer.url.protocol === "https:" && url.protocol === "http:")
    throw refuse(`it redirects from https to ${showUrl(url)}, where anybody on the way can change the page`);
  url.hash = "";
  return url;
}
