/**
 * Headers in any of the shapes that servers hand them over: a `Headers` object, a plain object (any letter case, one
 * value or several), pairs, or the flat list of Node's `rawHeaders`.
 */
export type WebhookHeaders =
  | { get(name: string): string | null }
  | { readonly [name: string]: string | readonly string[] | undefined }
  | readonly (readonly [name: string, value: string])[]
  | readonly string[];

/** The two names that the sender may give a header, in lower case. */
export type HeaderNames = readonly [x: string, vrf: string];

/**
 * All values of a header under both of its names, joined by commas: so does a server join a header that was repeated.
 * Empty where there is none.
 */
export function headerText(headers: WebhookHeaders, names: HeaderNames): string {
  let text = "";
  if (typeof (headers as Headers).get === "function") {
    for (const name of names) text = added(text, names, name, (headers as Headers).get(name));
  } else if (Array.isArray(headers)) {
    const flat = headers.flat();
    for (let at = 0; at < flat.length; at += 2) text = added(text, names, flat[at], flat[at + 1]);
  } else {
    for (const name in headers) text = added(text, names, name, (headers as Record<string, unknown>)[name]);
  }
  return text;
}

function added(text: string, [x, vrf]: HeaderNames, name: string, value: unknown): string {
  // Nearly every other header is of another length, which spares making a lower-case copy of every name.
  if (!value || (name.length !== x.length && name.length !== vrf.length)) return text;
  const lower = name.toLowerCase();
  if (lower !== x && lower !== vrf) return text;
  // The one value of the usual case is passed on as it is: a copy in pieces would cost more than checking it.
  return text ? `${text},${value}` : `${value}`;
}

/** The different values in a text of values. One that is empty where there is none. */
export function distinct(text: string): string[] {
  return [...new Set(text.split(/[\s,]+/))];
}
