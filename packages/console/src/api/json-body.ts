import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { ProblemError } from "./problem.ts";

const maxBytes = 4_096;

/** Bodies are of a few fields. */
export const smallBody: MiddlewareHandler = bodyLimit({ maxSize: maxBytes, onError: tooLarge });

/** @throws ProblemError where the body is not said to be JSON, or is none. */
export async function jsonBody(request: Request): Promise<unknown> {
  if (!/^application\/json(?:;|$)/i.test(request.headers.get("content-type") ?? "")) throw notJson;
  try {
    return await request.json();
  } catch {
    throw notJson;
  }
}

function tooLarge(): never {
  throw new ProblemError(413, { code: "body_too_large", message: `The body has more than ${maxBytes} bytes.` });
}

const notJson = new ProblemError(400, {
  code: "not_json",
  message: "The body has to be JSON, with content-type application/json.",
});
