/** Splits a value or a name into words: at everything that is neither letter nor digit, and where a capital begins. */
export function words(text: string): readonly string[] {
  return text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu}+)(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** A readable form of a value: `client_started` gives `Client started`. Text that already has spaces stays as it is. */
export function readable(value: string): string {
  if (/\s/u.test(value)) return value.replace(/\s+/gu, " ").trim();
  const parts = value.split(/[_\-.:/]+/u).filter((part) => part !== "");
  const joined = /\p{L}/u.test(value) ? parts.join(" ") : value;
  const shouted = parts.length > 1 && !/\p{Ll}/u.test(joined);
  const spaced = shouted ? joined.toLowerCase() : joined;
  return spaced === "" ? value : spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
