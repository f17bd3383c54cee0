import type { IncomingHttpHeaders } from "node:http";
import type { Validators } from "../fetched.ts";
import type { Trip } from "../trip.ts";
import type { Answer } from "./ask.ts";
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

/** One try: asks, follows redirects and reads the body. Whatever becomes of the answer, its connection is let go. */
export async function receive(trip: Trip): Promise<Received> {
  const answer = await follow(trip);
  try {
    return await take(trip, answer);
  } finally {
    answer.drop();
  }
}

async function take(trip: Trip, answer: Answer): Promise<Received> {
  const { url, headers, status } = answer;
  const validators = validatorsOf(headers);
  if (status === 304) {
    const before = conditionFor(url, trip.settings.known);
    if (before !== undefined) return { kind: "unchanged", url, validators: { ...before, ...validators } };
  }
  const problem = statusProblem(trip, answer);
  if (problem !== undefined) throw problem;
  return { kind: "answer", url, headers, bytes: await readBody(trip, answer), validators };
}
