import { STATUS_CODES } from "node:http";
import type { FetchErrorCode } from "../codes.ts";
import type { FetchError } from "../fetch-error.ts";
import { showTime } from "../show.ts";
import { failure, type Trip } from "../trip.ts";
import type { Answer } from "./ask.ts";
import { retryAfterOf } from "./retry-after.ts";

const byStatus: Readonly<Record<number, FetchErrorCode>> = {
  204: "empty",
  205: "empty",
  401: "not-allowed",
  403: "not-allowed",
  404: "not-found",
  407: "not-allowed",
  408: "server-busy",
  410: "not-found",
  425: "server-busy",
  429: "server-busy",
  451: "not-allowed",
};

/** Why an answer with this status is not the page; undefined for 200, the only one that says that all of it is here. */
export function statusProblem(trip: Trip, answer: Answer): FetchError | undefined {
  const { status, headers, url } = answer;
  if (status === 200) return undefined;
  const code = byStatus[status] ?? (status >= 500 ? "server-error" : "unexpected-status");
  const retryAfterMs = retryAfterOf(headers["retry-after"], trip.settings.clock.now());
  const name = STATUS_CODES[status];
  const wait = retryAfterMs === undefined ? "" : ` and asks to wait ${showTime(retryAfterMs)}`;
  const what = `the server answered ${status}${name === undefined ? "" : ` ${name}`}${wait}`;
  return failure(trip, url, code, what, { status, retryAfterMs });
}
