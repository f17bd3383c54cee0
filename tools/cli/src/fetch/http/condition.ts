import type { IncomingHttpHeaders } from "node:http";
import type { Validators } from "../fetched.ts";
import type { Known } from "../options.ts";

const entityTag = /^(?:W\/)?"[\x21\x23-\x7E]*"$/;
const date = /^[A-Za-z0-9,: -]{10,40}$/;

/** The headers that ask whether what is known is still current. None for another address than the known one. */
export function conditionFor(url: URL, known: Known | undefined): Readonly<Record<string, string>> {
  if (known === undefined || URL.parse(known.url)?.href !== url.href) return {};
  const { etag, lastModified } = valid(known.etag, known.lastModified);
  return {
    ...(etag === undefined ? {} : { "if-none-match": etag }),
    ...(lastModified === undefined ? {} : { "if-modified-since": lastModified }),
  };
}

/** What an answer says for the next time. A value that could not be sent back as it is, is none. */
export function validatorsOf(headers: IncomingHttpHeaders): Validators {
  return valid(headers.etag, headers["last-modified"]);
}

function valid(etag: string | undefined, lastModified: string | undefined): Validators {
  return {
    ...(etag !== undefined && entityTag.test(etag) ? { etag } : {}),
    ...(lastModified !== undefined && date.test(lastModified) ? { lastModified } : {}),
  };
}
