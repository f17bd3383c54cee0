import type { FastifyPluginAsync } from "fastify";
import type { HandlerOptions } from "../handler.ts";
import type { Webhooks } from "../webhooks.ts";
import { incoming, type Parsed } from "./incoming.ts";
import { respond } from "./respond.ts";

const hint =
  "A hook of the application has read it: keep preParsing hooks away from this route, or let them leave request.rawBody.";

/**
 * A plugin for Fastify with one route for webhooks. The route leaves bodies unparsed; the rest of the application goes
 * on as it was.
 *
 * ```ts
 * app.register(fastifyPlugin(webhooks, { onEvent: save, onUnknown: save }), { prefix: "/webhooks/veriff" });
 * ```
 */
export function fastifyPlugin(webhooks: Webhooks, options: HandlerOptions): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, _stream, done) => done(null));
    app.post("/", async (request, reply) => {
      const answer = await respond(webhooks, incoming(request.raw, request as Parsed), options, hint);
      return reply.code(answer.status).type("text/plain").send(answer.body);
    });
  };
}
