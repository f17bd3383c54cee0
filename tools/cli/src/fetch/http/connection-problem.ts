import type { FetchErrorCode } from "../codes.ts";
import { FetchError } from "../fetch-error.ts";
import { failure, type Trip } from "../trip.ts";

type Problem = readonly [FetchErrorCode, string];

const byCode: Readonly<Record<string, Problem>> = {
  ENOTFOUND: ["host-unknown", "no host of that name was found"],
  EAI_AGAIN: ["host-unknown", "the name of the host could not be looked up"],
  ECONNREFUSED: ["connection-failed", "the server refused the connection"],
  EHOSTUNREACH: ["connection-failed", "there is no way to the server"],
  ENETUNREACH: ["connection-failed", "there is no way to the server's network"],
  ETIMEDOUT: ["connection-failed", "the connection could not be made in time"],
  ECONNRESET: ["connection-lost", "the server closed the connection without an answer"],
  EPIPE: ["connection-lost", "the server closed the connection without an answer"],
};

/** Certificates that are not trusted, by the words in which OpenSSL names the reason. */
const certificate = /CERT|ISSUER|SELF_SIGNED|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH/;

/** What an error of a connection means, before the head of an answer has come. */
export function connectionProblem(trip: Trip, url: URL, error: NodeJS.ErrnoException): FetchError {
  if (error instanceof FetchError) return error;
  const [code, what] = problemOf(error.code ?? "");
  return failure(trip, url, code, what, { cause: error });
}

function problemOf(code: string): Problem {
  const known = byCode[code];
  if (known !== undefined) return known;
  if (certificate.test(code)) return ["certificate", `the server's certificate is not trusted (${code})`];
  if (code.startsWith("HPE_")) return ["not-http", `the answer is not valid HTTP (${code})`];
  if (code === "EPROTO" || code.startsWith("ERR_SSL_")) return ["not-http", `TLS could not be agreed on (${code})`];
  return ["connection-failed", `the connection failed${code === "" ? "" : ` (${code})`}`];
}
