import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { extname, join, normalize } from "node:path";

const root = join(import.meta.dirname, "../../dist/web");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
};

/** A file of the built app; its first page for every other path. Under a policy as strict as the console's. */
export function serveFile(pathname: string, response: ServerResponse): void {
  const extension = extname(pathname);
  const isAsset = pathname.startsWith("/assets/");
  const file = isAsset ? join(root, normalize(pathname)) : join(root, "index.html");
  response.writeHead(200, {
    "content-type": types[isAsset ? extension : ".html"],
    "content-security-policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  });
  response.end(readFileSync(file));
}
