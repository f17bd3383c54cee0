import type { IncomingHttpHeaders } from "node:http";
import type { Validators } from "../fetched.ts";
import type { Known } from "../options.ts";

const entityTag = /^(?:W\/)?"[\x21\x23-\x7E]*"$/;
const date = /^[A-Za-z0-9,: -]{10,40}$/;

/** What to ask a server about: whether what is known of this address is still current. Undefined: nothing is known. */
export function conditionFor(url: URL, known: Known | undefined): Validators | undefined {
  if (known === undefined || URL.parse(known.url)?.href !== url.href) return undefined;
  const validators = valid(known.etag, known.lastModified);
  return Object.keys(validators).length === 0 ? undefined : validators;
}

/** The condition as headers. */
export function conditionHeaders({ etag, lastModified }: Validators): Readonly<Record<string, string>> {
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
