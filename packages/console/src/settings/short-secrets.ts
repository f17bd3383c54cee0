/** The sender's own have 36 characters. What is far shorter was cut off on the way, or can be guessed. */
const shortest = 16;

/** A warning for each secret that is too short, by its place: never the secret itself. */
export function shortSecrets(secrets: readonly string[]): readonly string[] {
  return secrets.flatMap((secret, index) => {
    if (secret.length >= shortest) return [];
    const which = secrets.length === 1 ? "The shared secret" : `Shared secret ${index + 1} of ${secrets.length}`;
    return [
      `${which} has fewer than ${shortest} characters: see that all of it was copied; a comma in it would end it.`,
    ];
  });
}
