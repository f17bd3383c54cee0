import type { HandlerOptions } from "../handler.ts";
import type { Webhooks } from "../webhooks.ts";
import { respond } from "./respond.ts";

/** Receives a fetch-style request for a framework, and answers it. */
export async function fetchResponse(
  webhooks: Webhooks,
  request: Request,
  options: HandlerOptions,
  rawBodyHint: string,
): Promise<Response> {
  const { status, body } = await respond(webhooks, request, options, rawBodyHint);
  return new Response(body, { status });
}
