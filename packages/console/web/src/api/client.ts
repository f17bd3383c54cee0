import type { ApiProblem } from "../../../src/api/types/index.ts";

/** An answer that is no success, or none at all (status 0). */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  readonly problems: NonNullable<ApiProblem["problems"]>;

  constructor(status: number, { code, message, problems = [] }: ApiProblem) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

/** Whether what was asked for is not there, or no longer: it may have been erased since it was shown. */
export function isGone(error: Error | null): boolean {
  return error instanceof ApiError && error.status === 404;
}

/** Reads from the console's API. Throws an {@link ApiError}. */
export function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return request(path, signal === undefined ? {} : { signal });
}

/** Asks the console to do something. Throws an {@link ApiError}. */
export function post<T>(path: string, body: unknown = {}): Promise<T> {
  return request(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function request<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: "same-origin" });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new ApiError(0, {
      code: "unreachable",
      message: "The console does not answer. Check that it runs and that you are connected, then try again.",
    });
  }
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body as T;
  throw new ApiError(
    response.status,
    isProblem(body) ? body : { code: "unexpected", message: `The console answered ${response.status}. Try again.` },
  );
}

function isProblem(body: unknown): body is ApiProblem {
  return typeof body === "object" && body !== null && "code" in body && "message" in body;
}
