import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import type { Viewer } from "./viewer.ts";

/** A viewer at an address of this machine. */
export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
};

/** Serves a viewer on loopback, with its files and no others. */
export async function serve({ html, files }: Viewer): Promise<Served> {
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    if (path === "/") {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(`<!doctype html>\n<html lang="en">\n<title>Viewer</title>\n${html}\n</html>\n`);
    } else if (file !== undefined) {
      response.setHeader("content-type", `${TYPES[extname(file)]}; charset=utf-8`);
      response.end(readFileSync(file));
    } else {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))),
  };
}
