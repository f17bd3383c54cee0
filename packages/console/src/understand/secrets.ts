import type { SecretInUse, SecretMatch } from "../api/types/index.ts";
import type { Milliseconds, SecretId } from "../flow/delivery.ts";
import type { SecretUse } from "../store/event-store.ts";
import { isoOrNull } from "./view.ts";

/** Which secret made a signature, by the settings of today. */
export function secretMatch(id: SecretId | null, configured: readonly SecretId[]): SecretMatch {
  return { index: id === null ? null : placeOf(id, configured), of: configured.length, known: id !== null };
}

function placeOf(id: SecretId, configured: readonly SecretId[]): number | null {
  const index = configured.indexOf(id);
  return index === -1 ? null : index;
}

/** The secrets that are configured and their use, then what was used and no longer is, the latest first. */
export function secretsInUse(configured: readonly SecretId[], used: readonly SecretUse[]): readonly SecretInUse[] {
  const inUse = (index: number | null, use: SecretUse | undefined): SecretInUse => ({
    index,
    deliveries: use?.deliveries ?? 0,
    firstAt: isoOrNull(use?.firstAt ?? null),
    lastAt: isoOrNull(use?.lastAt ?? null),
  });
  const others = used.filter(({ id }) => !configured.includes(id)).sort((a, b) => b.lastAt - a.lastAt);
  return [
    ...configured.map((secret, index) =>
      inUse(
        index,
        used.find(({ id }) => id === secret),
      ),
    ),
    ...others.map((use) => inUse(null, use)),
  ];
}

const day = 86_400_000;

/** An old secret that goes on being used once the new one is. Its use until then is as it should be. */
export function secretWarnings(secrets: readonly SecretInUse[], now: Milliseconds): readonly string[] {
  const [current] = secrets;
  if (current === undefined || current.firstAt === null) return [];
  const since = Math.max(now - day, Date.parse(current.firstAt));
  return secrets.flatMap(({ index, lastAt }) => {
    const isStillUsed = index !== null && index > 0 && lastAt !== null && Date.parse(lastAt) > since;
    return isStillUsed ? [`Deliveries are still signed with secret ${index + 1}, an old one: see Secrets.`] : [];
  });
}
