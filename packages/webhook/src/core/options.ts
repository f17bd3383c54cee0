/** How to verify. */
export interface VerifierOptions {
  /**
   * The integration's shared secret, or several while a secret is being replaced. A delivery may be signed with any of
   * them. Entries that are undefined or empty (an environment variable that is not set) are passed over; if none is
   * left, making the receiver throws.
   */
  readonly secrets: string | undefined | readonly (string | undefined)[];
  /**
   * Takes only deliveries whose header `x-auth-client` (or `vrf-auth-client`) is this API key, or one of these. Absent:
   * the header is not looked at. The signature does not cover headers, so this tells integrations apart; it adds no
   * protection.
   */
  readonly clientId?: string | readonly string[] | undefined;
  /** The largest body to read, in bytes. Default: 262,144 (256 KiB). */
  readonly maxBodyBytes?: number | undefined;
  /** The clock for `receivedAt`. Default: the system's. */
  readonly now?: (() => Date) | undefined;
}

/** The options, checked. */
export interface Settings {
  /** A secret that was not given is empty here, so that positions stay. */
  readonly secrets: readonly string[];
  readonly clientIds: readonly string[] | null;
  readonly maxBodyBytes: number;
  readonly now: () => Date;
}

/** Checks the options. @throws TypeError where no secret is left or an option cannot be meant. */
export function settingsOf(options: VerifierOptions): Settings {
  const { clientId, maxBodyBytes = 262_144, now = () => new Date() } = options;
  const secrets = [options.secrets].flat().map((secret) => secret ?? "");
  if (!secrets.some(Boolean)) throw new TypeError("secrets: none is set. Is the environment variable?");
  // A line break that came along from a file or a copy would make every signature fail.
  if (secrets.some((secret) => secret !== secret.trim())) throw new TypeError("secrets: white space around a secret");
  if (!(maxBodyBytes > 0)) throw new TypeError("maxBodyBytes: not a positive number");
  return { secrets, clientIds: clientId === undefined ? null : [clientId].flat(), maxBodyBytes, now };
}
