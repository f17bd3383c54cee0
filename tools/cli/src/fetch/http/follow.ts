import type { OutgoingHttpHeaders } from "node:http";
import { showUrl } from "../show.ts";
import { failure, type Trip } from "../trip.ts";
import { type Answer, ask } from "./ask.ts";
import { conditionFor, conditionHeaders } from "./condition.ts";
import { nextUrl } from "./next-url.ts";
import { isPrivateAddress } from "./private-address.ts";

/** What every request says. Only the packings named here are accepted. */
const accepted = {
  accept: "text/markdown, text/html;q=0.9, application/xhtml+xml;q=0.9, text/plain;q=0.8, */*;q=0.1",
  "accept-encoding": "gzip, br",
};

/** Asks for the page and goes where the server sends us, until an answer comes that is no redirect. */
export async function follow(trip: Trip, send: typeof ask = ask): Promise<Answer> {
  const seen = new Set<string>();
  let url = trip.asked;
  let first: Answer | undefined;
  for (;;) {
    seen.add(url.href);
    const answer = await send(trip, url, headersFor(trip, url));
    first ??= answer;
    let arrived = false;
    try {
      keepOut(trip, first, answer);
      const next = nextUrl(trip, answer);
      arrived = next === undefined;
      if (next === undefined) return answer;
      checkWay(trip, url, next, seen);
      url = next;
    } finally {
      if (!arrived) answer.drop();
    }
  }
}

function checkWay(trip: Trip, url: URL, next: URL, seen: ReadonlySet<string>): void {
  const { redirects } = trip.settings.limits;
  if (seen.has(next.href)) throw failure(trip, url, "redirect-loop", `it redirects back to ${showUrl(next)}`);
  if (seen.size > redirects)
    throw failure(trip, url, "too-many-redirects", `it redirects more than ${redirects} times`);
}

function headersFor(trip: Trip, url: URL): OutgoingHttpHeaders {
  return {
    ...accepted,
    "user-agent": trip.settings.userAgent,
    ...conditionHeaders(conditionFor(url, trip.settings.known) ?? {}),
  };
}

/** A public page must not lead this program into the network that it runs in, and then publish what stands there. */
function keepOut(trip: Trip, first: Answer, answer: Answer): void {
  if (first.address === undefined || answer.address === undefined) return;
  if (isPrivateAddress(answer.address) && !isPrivateAddress(first.address))
    throw failure(trip, first.url, "redirect-refused", `it redirects to ${showUrl(answer.url)}, in a private network`);
}
