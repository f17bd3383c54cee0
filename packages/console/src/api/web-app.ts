import { readFile } from "node:fs/promises";
import { Hono } from "hono";
import type { AppEnv } from "./env.ts";
import { notFound } from "./problem.ts";

/** The web app as it was built. The same place from `src/api` and from `dist/api`. */
const builtApp = new URL("../../dist/web/", import.meta.url);

const types: ReadonlyMap<string, string> = new Map([
  ["css", "text/css; charset=utf-8"],
  ["html", "text/html; charset=utf-8"],
  ["ico", "image/x-icon"],
  ["js", "text/javascript; charset=utf-8"],
  ["json", "application/json"],
  ["map", "application/json"],
  ["png", "image/png"],
  ["svg", "image/svg+xml"],
  ["txt", "text/plain; charset=utf-8"],
  ["webmanifest", "application/manifest+json"],
  ["woff2", "font/woff2"],
]);

/** Names that can be a file of the app: nothing hidden, and no way out of the folder. */
const fileName = /^(?:[\w-][\w.-]*\/)*[\w-][\w.-]*\.(?<ending>\w+)$/;

/** Files of the web app; every other path is a page of it, which the app itself finds. */
export function webApp(folder: URL = builtApp): Hono<AppEnv> {
  return new Hono<AppEnv>().get("*", async (context) => {
    const path = context.req.path.slice(1);
    const name = fileName.exec(path);
    if (name === null) return page(folder);
    const bytes = await contentOf(new URL(path, folder));
    if (bytes === null) throw notFound("There is no such file.");
    return file(bytes, name.groups?.ending ?? "", path.startsWith("assets/"));
  });
}

async function page(folder: URL): Promise<Response> {
  const bytes = await contentOf(new URL("index.html", folder));
  if (bytes === null) throw notFound("The web app is not built. Run `pnpm build`, then reload.");
  return file(bytes, "html", false);
}

/** Built assets carry a digest in their names, so that one name never has another content. */
function file(bytes: Uint8Array<ArrayBuffer>, ending: string, immutable: boolean): Response {
  return new Response(bytes, {
    headers: {
      "content-type": types.get(ending) ?? "application/octet-stream",
      "cache-control": immutable ? "public, max-age=31536000, immutable" : "no-cache",
    },
  });
}

async function contentOf(file: URL): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}
