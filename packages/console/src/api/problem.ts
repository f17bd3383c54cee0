import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { StoreError } from "../store/event-store.ts";
import type { ApiProblem } from "./types/index.ts";

/** Ends a request with a problem that the client can do something about. */
export class ProblemError extends Error {
  override readonly name = "ProblemError";
  readonly status: ContentfulStatusCode;
  readonly problem: ApiProblem;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: ContentfulStatusCode, problem: ApiProblem, headers: Readonly<Record<string, string>> = {}) {
    super(problem.message);
    this.status = status;
    this.problem = problem;
    this.headers = headers;
  }
}

export const notFound = (message: string): ProblemError => new ProblemError(404, { code: "not_found", message });

const storeUnavailable: ApiProblem = {
  code: "store_unavailable",
  message: "The store does not answer at the moment. Try again shortly; if it stays so, see Health and the log.",
};
const unexpected: ApiProblem = {
  code: "unexpected",
  message: "Something went wrong in the console. Its log says what.",
};

/** The answer to whatever a handler threw. */
export function answerProblem(error: Error, context: Context): Response {
  if (error instanceof ProblemError) return context.json(error.problem, error.status, error.headers);
  if (error instanceof StoreError) return context.json(storeUnavailable, 503, { "retry-after": "5" });
  return context.json(unexpected, 500);
}
