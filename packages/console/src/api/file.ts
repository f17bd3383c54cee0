import type { Context } from "hono";
import type { AppEnv } from "./env.ts";
import type { Tools } from "./tools.ts";

const types = {
  csv: "text/csv; charset=utf-8; header=present",
  jsonl: "application/x-ndjson; charset=utf-8",
};

/** Lines are sent in pieces of about so many characters: one by one, most of the time would go into passing them on. */
const piece = 65_536;

/**
 * A file for saving, sent as it is made, and made no faster than it is taken. What fails at once is answered as with any
 * other request; if making it fails later, the connection breaks: half a file is never whole.
 */
export async function file(
  { parts: { logger } }: Tools,
  context: Context<AppEnv>,
  name: `${string}.${keyof typeof types}`,
  lines: AsyncIterable<string>,
): Promise<Response> {
  const utf8 = new TextEncoder();
  const pieces = inPieces(lines);
  let next = await pieces.next();
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          if (next.done === true) return controller.close();
          controller.enqueue(utf8.encode(next.value));
          next = await pieces.next();
        } catch (error) {
          logger.error({ error }, "A file broke off");
          // Of a stream that fails, the server writes the error into the answer, and ends it as if it were whole.
          if (context.env?.outgoing !== undefined) context.env.outgoing.destroy();
          else controller.error(error);
        }
      },
      async cancel() {
        await pieces.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: {
      "content-type": types[name.slice(name.lastIndexOf(".") + 1) as keyof typeof types],
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
    },
  });
}

async function* inPieces(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let text = "";
  for await (const line of lines) {
    text += line;
    if (text.length < piece) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}
