import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A door to the registry of this machine that remembers who was asked for. */
export interface Recorder {
  readonly url: string;
  /** Every package name that was looked up out there. */
  readonly asked: ReadonlySet<string>;
  close(): Promise<void>;
}

/** Passes requests on to a registry, all but those for names of one scope: these are never asked for outside. */
export async function openRecorder(registry: string, scope: string): Promise<Recorder> {
  const asked = new Set<string>();
  const server = createServer(async (request, response) => {
    const path = (request.url ?? "/").replace(/^\//, "");
    const name = decodeURIComponent(path.split("?")[0] ?? "");
    asked.add(name);
    if (name.startsWith(scope)) return void response.writeHead(404).end("{}");
    try {
      const headers = { accept: String(request.headers.accept ?? "*/*") };
      const answer = await fetch(new URL(path, registry.endsWith("/") ? registry : `${registry}/`), { headers });
      const type = answer.headers.get("content-type") ?? "application/json";
      response.writeHead(answer.status, { "content-type": type }).end(Buffer.from(await answer.arrayBuffer()));
    } catch (error) {
      response.writeHead(502).end(JSON.stringify({ error: String(error) }));
    }
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const close = async () => {
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, close };
}
