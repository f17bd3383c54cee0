import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { Hono } from "hono";
import type { AppEnv } from "./env.ts";
import { lazily } from "./lazily.ts";
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

/**
 * Names that can be a file of the app, beside its page or among its assets: nothing hidden, and no way out of the folder.
 * Pages of the app stand deeper and may have a dot, too: `/sessions/a.b`.
 */
const fileName = /^(?:assets\/(?:[\w-][\w.-]*\/)*)?[\w-][\w.-]*\.(?<ending>\w+)$/;

/** Endings of what is text, and so gets much smaller. */
const compressible: ReadonlySet<string> = new Set(["css", "html", "js", "json", "map", "svg", "txt", "webmanifest"]);

/** Files of the web app; every other path is a page of it, which the app itself finds. */
export function webApp(folder: URL = builtApp): Hono<AppEnv> {
  const files = fileCache(folder);
  return new Hono<AppEnv>().get("*", async (context) => {
    const path = context.req.path.slice(1);
    const named = fileName.exec(path);
    const ending = named?.groups?.ending ?? "html";
    const found = await files(named === null ? "index.html" : path);
    if (found === null) throw named === null ? notBuilt : noSuchFile;
    const zipped = compressible.has(ending) && /\bgzip\b/.test(context.req.header("accept-encoding") ?? "");
    return new Response(zipped ? await found.gzipped() : found.bytes, {
      headers: {
        "content-type": types.get(ending) ?? "application/octet-stream",
        // Built assets carry a digest in their names, so that one name never has another content.
        "cache-control":
          named !== null && path.startsWith("assets/") ? "public, max-age=31536000, immutable" : "no-cache",
        ...(compressible.has(ending) ? { vary: "accept-encoding" } : {}),
        ...(zipped ? { "content-encoding": "gzip" } : {}),
      },
    });
  });
}

type Bytes = Uint8Array<ArrayBuffer>;

interface WebFile {
  readonly bytes: Bytes;
  readonly gzipped: () => Promise<Bytes>;
}

/** Files as they were when first asked for, the built ones compressed once. Pages are read anew: a build replaces them. */
function fileCache(folder: URL): (path: string) => Promise<WebFile | null> {
  const built = new Map<string, WebFile>();
  return async (path) => {
    const known = built.get(path);
    if (known !== undefined) return known;
    const bytes = await contentOf(new URL(path, folder));
    if (bytes === null) return null;
    const file = { bytes, gzipped: lazily(async (): Promise<Bytes> => new Uint8Array(await gzip(bytes))) };
    if (path.startsWith("assets/")) built.set(path, file);
    return file;
  };
}

const gzip = promisify(zlib.gzip);

async function contentOf(file: URL): Promise<Bytes | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch {
    return null;
  }
}

const notBuilt = notFound("The web app is not built. Run `pnpm build`, then reload.");
const noSuchFile = notFound("There is no such file.");
