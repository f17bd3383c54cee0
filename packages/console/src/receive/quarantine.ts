/** What is kept of a signed body that is no event. */
export interface Quarantined {
  /** Names of the members at the top, where the body is a JSON object. */
  readonly keys: readonly string[];
  readonly keepBody: boolean;
}

/** Members that an event may have: ids, values of the catalog, and what the integration itself handed in. */
const ofEvents: ReadonlySet<string> = new Set([
  "action",
  "addressId",
  "attemptId",
  "code",
  "context",
  "endUserId",
  "feature",
  "id",
  "vendorData",
]);

const mostKeys = 100;
const longestKey = 100;

/**
 * Decides what is kept of a signed body that is no event. A decision holds names, birth dates and document numbers, so a
 * body is only kept where it cannot hold them:
 *
 * - a JSON object that has members of events only, and nothing nested but a flat context: an event that lacks something
 * - a text that does not begin like a JSON object or array, which a decision cut off on its way would
 */
export function quarantined(body: Uint8Array): Quarantined {
  const text = new TextDecoder().decode(body);
  let payload: unknown;
  try {
    payload = JSON.parse(text);
  } catch {
    return { keys: [], keepBody: !/^\s*[{["]/.test(text) };
  }
  if (!isObject(payload)) return { keys: [], keepBody: false };
  const keys = Object.keys(payload);
  return {
    keys: keys.slice(0, mostKeys).map((key) => key.slice(0, longestKey)),
    keepBody: keys.every((key) => ofEvents.has(key) && isPlain(payload[key], key === "context")),
  };
}

function isPlain(value: unknown, mayNest: boolean): boolean {
  if (!isObject(value)) return !Array.isArray(value);
  const known = (key: string) => key === "reason" || key === "state";
  return mayNest && Object.entries(value).every(([key, member]) => known(key) && isPlain(member, false));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
