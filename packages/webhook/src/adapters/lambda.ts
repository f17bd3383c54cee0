import type { WebhookInput } from "../core/input.ts";
import type { HandlerOptions } from "../handler.ts";
import type { Webhooks } from "../webhooks.ts";
import { respond } from "./respond.ts";

const hint =
  "Let the request through as it is: a proxy integration, without a mapping template, and without a middleware that parses the body.";

type Fields<T> = { readonly [name: string]: T | undefined };

/** What the handler uses of an event of API Gateway (HTTP or REST), a function URL, or a load balancer. */
export interface LambdaRequest {
  readonly headers?: Fields<string> | null | undefined;
  readonly multiValueHeaders?: Fields<readonly string[]> | null | undefined;
  readonly body?: string | null | undefined;
  readonly isBase64Encoded?: boolean | undefined;
}

/** The answer, as all of them take it. */
export interface LambdaResponse {
  readonly statusCode: number;
  readonly headers: { readonly "content-type": string };
  readonly body: string;
}

/**
 * A handler for AWS Lambda behind API Gateway, a function URL, or a load balancer.
 *
 * ```ts
 * export const handler = lambdaHandler(webhooks, { onEvent: save, onUnknown: save });
 * ```
 */
export function lambdaHandler(
  webhooks: Webhooks,
  options: HandlerOptions,
): (request: LambdaRequest) => Promise<LambdaResponse> {
  return async (request) => {
    const { status, body } = await respond(webhooks, inputOf(request), options, hint);
    return { statusCode: status, headers: { "content-type": "text/plain" }, body };
  };
}

function inputOf({ headers, multiValueHeaders, body, isBase64Encoded }: LambdaRequest): WebhookInput {
  return {
    headers: multiValueHeaders ?? headers ?? {},
    body: isBase64Encoded && typeof body === "string" ? Buffer.from(body, "base64") : (body ?? ""),
  };
}
