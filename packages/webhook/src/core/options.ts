/** How to verify. */
export interface WebhookOptions {
  /**
   * The integration's shared secret, or several while a secret is being replaced. A delivery may be signed with any of
   * them. Entries that are undefined or empty (an environment variable that is not set) are passed over, but at least
   * one must be set. White space around a secret, such as the line break at the end of a file, is dropped.
   */
  readonly secrets: string | undefined | readonly (string | undefined)[];
  /**
   * Takes only deliveries whose header `x-auth-client` (or `vrf-auth-client`) is this API key, or one of these. Absent:
   * the header is not looked at. The signature does not cover headers, so this tells integrations apart; it adds no
   * protection.
   */
  readonly clientId?: string | readonly string[] | undefined;
  /** The largest body to read, in bytes (for a text: in UTF-16 units). Default: 262,144 (256 KiB). */
  readonly maxBodyBytes?: number | undefined;
  /** The clock for `receivedAt`. Default: the system's. */
  readonly now?: (() => Date) | undefined;
}

/** The options, checked. */
export interface Settings {
  /** A secret that was not given is empty here, so that positions stay. */
  readonly secrets: readonly string[];
  readonly clientId: string | readonly string[] | undefined;
  readonly maxBodyBytes: number;
  readonly now: () => Date;
}

/** Checks the options. @throws TypeError where no secret is left. */
export function settingsOf(options: WebhookOptions): Settings {
  const { clientId, maxBodyBytes = 262_144, now = () => new Date() } = options;
  const secrets = [options.secrets].flat().map((secret) => (secret ?? "").trim());
  // An empty key would let anybody sign.
  if (!secrets.some(Boolean)) throw new TypeError("secrets: none is set; is its environment variable?");
  return { secrets, clientId, maxBodyBytes, now };
}
