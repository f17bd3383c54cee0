import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

/** Where the secret is kept between calls: on a command line, other users of the machine could read it. */
export const secretVariable = "FLOW_WEBHOOK_SECRET";

/** The secrets of the command line, else of the environment. @throws UsageError where there is none. */
export function secretsOf(given: readonly string[] | undefined, { env }: Terminal): readonly string[] {
  const secrets = (given ?? [env[secretVariable] ?? ""]).map((secret) => secret.trim()).filter(Boolean);
  if (secrets.length === 0) {
    throw new UsageError(`No secret. Set ${secretVariable} to the integration's shared secret, or give --secret.`);
  }
  return secrets;
}
