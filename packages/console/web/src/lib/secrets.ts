import type { SecretInUse, SecretMatch } from "../../../src/api/types/index.ts";

/** Which secret made the signature, by today's settings. */
export function secretWords(secret: SecretMatch | null): string {
  if (secret === null) return "None";
  const { index, of, known } = secret;
  if (!known) return "Not known";
  if (index === null) return "One that is no longer configured";
  if (index === 0) return "The current one";
  return `Number ${index + 1} of ${of}: an old one`;
}

/** A secret in the list of those that are configured or once were. */
export function secretTitle({ index }: SecretInUse): string {
  if (index === null) return "No longer configured";
  return index === 0 ? "1, the current one" : `${index + 1}, an old one`;
}
