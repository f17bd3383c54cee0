import { shortestId } from "../flow/delivery.ts";
import type { EventStore, Page, Session, SessionQuery } from "../store/event-store.ts";
import { idMeant } from "../understand/id-meant.ts";
import type { SessionsMeant } from "./session-query.ts";

/**
 * What a search finds as it was typed, else without the blanks that pasting often brings along, else by the id that it
 * most likely means: vendor data may look odd on purpose.
 */
export async function findAsMeant(
  search: string,
  find: (text: string) => Promise<Page<Session>>,
): Promise<Page<Session>> {
  const readings = new Set([search, search.trim(), idMeant(search)].filter((text) => text !== ""));
  let found: Page<Session> = { items: [], next: null };
  for (const reading of readings) {
    found = await find(reading);
    if (found.items.length > 0 || found.next !== null) break;
  }
  return found;
}

/** The only session that was found, where the search is its whole id. */
export function exactMatch(found: readonly Session[], search: string): Session | null {
  const [only, ...others] = found;
  if (only === undefined || others.length > 0) return null;
  const names = [search, idMeant(search)].map((text) => text.toLowerCase());
  return names.includes(only.sessionId.toLowerCase()) ? only : null;
}

/** Sessions and pages that are looked through for one search, so that a short beginning cannot cost much. */
const lookedThrough = 200;
const pagesFollowed = 5;

/**
 * Sessions that a whole id or whole vendor data names, and that a filter leaves over. For those who see ids masked: letting them search by beginnings
 * would tell ids letter by letter.
 */
export async function findByWholeId(
  store: EventStore,
  search: string,
  filter: Omit<SessionsMeant, "search">,
): Promise<Page<Session>> {
  const found: Session[] = [];
  let left = lookedThrough;
  let place: Pick<SessionQuery, "cursor"> = {};
  for (let page = 0; page < pagesFollowed && left > 0; page++) {
    const { items, next } = await store.sessions({ ...filter, search, limit: left, ...place });
    for (const session of items) {
      if (isNamed(session, search) || (await hasAttemptNamed(store, session.sessionId, search))) found.push(session);
    }
    if (next === null) break;
    left -= items.length;
    place = { cursor: next };
  }
  return { items: found, next: null };
}

function isNamed({ sessionId, endUserId, vendorData }: Named, search: string): boolean {
  const id = search.toLowerCase();
  return sessionId.toLowerCase() === id || endUserId?.toLowerCase() === id || vendorData === search;
}

type Named = Pick<Session, "sessionId" | "endUserId" | "vendorData">;

/** Many sessions can have vendor data that begins with what is too short for an id. */
async function hasAttemptNamed(store: EventStore, sessionId: string, search: string): Promise<boolean> {
  if (search.length < shortestId) return false;
  const found = await store.session(sessionId);
  const attempts = found?.attempts ?? [];
  return attempts.some((one) => isNamed(one, search) || one.attemptId?.toLowerCase() === search.toLowerCase());
}
