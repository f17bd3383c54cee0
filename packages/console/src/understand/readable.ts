/**
 * A readable form of a value that the catalog does not know: `selfie_screen_shown` gives `Selfie screen shown`; and words
 * where there is nothing to read.
 */
export function readable(value: string): string {
  if (value.trim() === "") return value === "" ? "(empty)" : "(blank)";
  const parts = value.split(/[\s_\-.:/]+/u).filter((part) => part !== "");
  const joined = /\p{L}/u.test(value) ? parts.join(" ") : value;
  const shouted = parts.length > 1 && !/\p{Ll}/u.test(joined);
  const spaced = shouted ? joined.toLowerCase() : joined;
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
