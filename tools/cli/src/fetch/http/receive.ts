import type { IncomingHttpHeaders } from "node:http";
import type { Validators } from "../fetched.ts";
import type { Trip } from "../trip.ts";
import { conditionFor, validatorsOf } from "./condition.ts";
import { follow } from "./follow.ts";
import { readBody } from "./read-body.ts";
import { statusProblem } from "./status-problem.ts";

/** A whole answer with status 200; nothing is known yet of what it is. */
export interface ReceivedAnswer {
  readonly kind: "answer";
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly validators: Validators;
}

/** The server says that what is known is still current. */
export interface ReceivedUnchanged {
  readonly kind: "unchanged";
  readonly url: URL;
  readonly validators: Validators;
}

export type Received = ReceivedAnswer | ReceivedUnchanged;

/** One try: asks, follows redirects and reads the body. */
export async function receive(trip: Trip): Promise<Received> {
  const answer = await follow(trip);
  const { url, headers, status } = answer;
  const { known } = trip.settings;
  const validators = validatorsOf(headers);
  const asked = Object.keys(conditionFor(url, known)).length > 0;
  if (status === 304 && asked) {
    answer.drop();
    const { etag, lastModified } = known ?? {};
    const before = validatorsOf({ etag, "last-modified": lastModified });
    return { kind: "unchanged", url, validators: { ...before, ...validators } };
  }
  const problem = statusProblem(trip, answer);
  if (problem !== undefined) {
    answer.drop();
    throw problem;
  }
  return { kind: "answer", url, headers, bytes: await readBody(trip, answer), validators };
}
