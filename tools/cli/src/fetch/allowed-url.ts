import { FetchError } from "./fetch-error.ts";

/** The address to fetch, without fragment. Throws a `FetchError` with `url-not-allowed` for one that never is. */
export function allowedUrl(url: string): URL {
  const parsed = URL.parse(url);
  if (parsed === null) throw refuse(url, "this is no address");
  const reason = whyNot(parsed);
  if (reason !== undefined) throw refuse(url, reason);
  parsed.hash = "";
  return parsed;
}

/** Why an address is never fetched. */
export function whyNot(url: URL): string | undefined {
  if (!/^https?:$/.test(url.protocol)) return "only http and https are fetched";
  if (url.username !== "" || url.password !== "") return "it holds a user name or a password";
  return undefined;
}

function refuse(url: string, what: string): FetchError {
  return new FetchError({ code: "url-not-allowed", what, url, tries: 0 });
}
