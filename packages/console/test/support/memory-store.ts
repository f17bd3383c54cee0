import { type Attempt, addArrival } from "../../src/flow/attempt.ts";
import {
  type AcceptedDelivery,
  type DeliveryRow,
  type KeptAccepted,
  type KeptDelivery,
  type KeptRejected,
  type NewDelivery,
  shortestId,
} from "../../src/flow/delivery.ts";
import type { Outcome } from "../../src/flow/outcome.ts";
import {
  type AuditEntry,
  countedQuarantined,
  type EndedSignIn,
  type EventStore,
  type Page,
  type PageQuery,
  type RememberedCatalog,
  type SecretUse,
  type SeenValue,
  type Session,
  type Subject,
  type ValuePath,
} from "../../src/store/event-store.ts";

const hour = 3_600_000;

/**
 * The contract in its plainest form: an array, and every answer worked out of it anew. What the drivers are compared
 * with, and what tests of other parts keep their deliveries in.
 */
export function memoryStore(): EventStore {
  let kept: KeptDelivery[] = [];
  let head = 0;
  let audits: AuditEntry[] = [];
  let erasures = 0;
  let ended: EndedSignIn[] = [];
  const catalogs: RememberedCatalog[] = [];
  const keys = new Map<string, Uint8Array>();
  const secrets = new Map<number, SecretUse>();
  const outcomeIds = new Map<string, number>();

  const accepted = () => kept.filter((one): one is KeptAccepted => one.verdict === "accepted");
  const attempts = (): readonly Attempt[] => {
    const found = new Map<string, Attempt>();
    for (const { event, receivedAt } of accepted()) {
      const key = JSON.stringify([event.sessionId, event.attemptId]);
      found.set(key, addArrival(found.get(key), { event, receivedAt }));
    }
    return [...found.values()];
  };
  const sessions = (): readonly Session[] =>
    [...Map.groupBy(attempts(), ({ sessionId }) => sessionId).values()].map(sessionOf);
  const outcomeId = (outcome: Outcome): number => {
    const key = JSON.stringify(outcome);
    if (!outcomeIds.has(key)) outcomeIds.set(key, outcomeIds.size + 1);
    return outcomeIds.get(key) as number;
  };
  const sumOf = (gone: readonly KeptDelivery[]) => {
    const ids = gone.flatMap((one) => (one.verdict === "accepted" ? [one.event.sessionId] : []));
    return { sessions: new Set(ids).size, deliveries: gone.length };
  };
  const use = (one: NewDelivery) => {
    if (one.verdict === "rejected" || one.secretId === null) return;
    const { secretId: id, receivedAt } = one;
    const before = secrets.get(id) ?? { id, deliveries: 0, firstAt: receivedAt, lastAt: receivedAt };
    const firstAt = Math.min(before.firstAt, receivedAt);
    const lastAt = Math.max(before.lastAt, receivedAt);
    secrets.set(id, { id, deliveries: before.deliveries + 1, firstAt, lastAt });
  };
  const drop = (isGone: (one: KeptDelivery) => boolean) => {
    const gone = kept.filter(isGone);
    erasures++;
    kept = kept.filter((one) => !isGone(one));
    return sumOf(gone);
  };
  const isAbout = (subject: Subject) => {
    const ids = sessionsOf(subject, attempts());
    const positions = accepted().flatMap((one) => (ids.includes(one.event.sessionId) ? [one.position] : []));
    const named = ("endUserId" in subject ? [...ids, subject.endUserId] : ids).filter((id) => id.length >= shortestId);
    return (one: KeptDelivery) => {
      if (one.verdict !== "quarantined") return positions.includes(one.position);
      const { body, reprocessedAs } = one;
      if (reprocessedAs !== null && positions.includes(reprocessedAs)) return true;
      return body !== null && named.some((id) => Buffer.from(body).includes(id));
    };
  };

  return {
    async append(batch) {
      const added = batch.map((delivery): KeptDelivery => {
        const position = ++head;
        return delivery.verdict === "quarantined"
          ? { ...delivery, position, reprocessedAs: null }
          : { ...delivery, position };
      });
      kept.push(...added);
      for (const one of batch) use(one);
      return added.map(({ position }) => position);
    },
    head: async () => head,
    feed: async (after, limit) =>
      kept
        .filter(({ position }) => position > after)
        .slice(0, limit)
        .map(rowOf),
    async deliveries({ verdict, why, action, toReadAgain, limit, cursor }) {
      const found = kept.filter(
        (one) =>
          (verdict === undefined || one.verdict === verdict) &&
          (why === undefined || (one.verdict !== "accepted" && one.why === why)) &&
          (action === undefined || (one.verdict === "accepted" && one.event.action === action)) &&
          (!toReadAgain || (one.verdict === "quarantined" && one.reprocessedAs === null && one.body !== null)),
      );
      // By position: what was shown may have left the list by the next page.
      const rest = found.filter(({ position }) => cursor === undefined || position < Number(cursor)).reverse();
      const items = rest.slice(0, limit).map(rowOf);
      return { items, next: rest.length > limit ? String(items.at(-1)?.position) : null };
    },
    delivery: async (position) => kept.find((one) => one.position === position) ?? null,
    async session(sessionId) {
      const own = attempts().filter((attempt) => attempt.sessionId === sessionId);
      return own.length === 0 ? null : { session: sessionOf(own), attempts: own.sort(byArrival) };
    },
    sessionDeliveries: async (sessionId, limit) =>
      accepted()
        .filter(({ event }) => event.sessionId === sessionId)
        .sort(inOrder)
        .slice(0, limit),
    async sessions({ search, from = 0, to = Number.POSITIVE_INFINITY, features, several, ...page }) {
      const bySession = Map.groupBy(attempts(), ({ sessionId }) => sessionId);
      const found = sessions().filter((one) => {
        if (one.lastAt < from || one.lastAt >= to) return false;
        if (features !== undefined && !features.includes(one.feature)) return false;
        if (several && one.attempts < 2) return false;
        if (search === undefined) return true;
        const own = bySession.get(one.sessionId) ?? [];
        const ids = [one.sessionId, ...own.flatMap(({ attemptId, endUserId }) => [attemptId, endUserId])];
        const begins = (id: string | null) => id?.toLowerCase().startsWith(search.toLowerCase()) === true;
        return ids.some(begins) || own.some(({ vendorData }) => vendorData?.startsWith(search) === true);
      });
      return pageOf(
        found.sort((a, b) => b.lastAt - a.lastAt || (a.sessionId < b.sessionId ? 1 : -1)),
        page,
      );
    },
    async counts({ from, to, by }) {
      const outcomes = new Map<number, Outcome>();
      const rows = new Map<string, { at: number; outcome: number; attempts: number }>();
      for (const { outcome, firstAt } of attempts()) {
        if (firstAt < from || firstAt >= to) continue;
        const step = by === "hour" ? hour : 24 * hour;
        const at = by === "all" ? from : Math.floor(firstAt / step) * step;
        const id = outcomeId(outcome);
        outcomes.set(id, outcome);
        const row = rows.get(`${at} ${id}`) ?? { at, outcome: id, attempts: 0 };
        row.attempts++;
        rows.set(`${at} ${id}`, row);
      }
      return { outcomes, rows: [...rows.values()].sort((a, b) => a.at - b.at || a.outcome - b.outcome) };
    },
    async attempts({ from, to, outcomes, ...page }) {
      const found = attempts().filter(
        ({ firstAt, outcome }) =>
          firstAt >= from && firstAt < to && (outcomes === undefined || outcomes.includes(outcomeId(outcome))),
      );
      return pageOf(
        [...found].sort((a, b) => byArrival(b, a)),
        page,
      );
    },
    async values() {
      const found = new Map<string, SeenValue>();
      for (const { event, receivedAt } of accepted().sort(inOrder)) {
        for (const [path, value] of valuesOf(event)) {
          const key = `${path} ${value}`;
          const before = found.get(key);
          const examples = before?.examples ?? [];
          found.set(key, {
            path,
            value,
            firstAt: Math.min(before?.firstAt ?? receivedAt, receivedAt),
            lastAt: Math.max(before?.lastAt ?? receivedAt, receivedAt),
            deliveries: (before?.deliveries ?? 0) + 1,
            examples:
              examples.length < 3 && examples.every(({ sessionId }) => sessionId !== event.sessionId)
                ? [...examples, { sessionId: event.sessionId, at: receivedAt }]
                : examples,
          });
        }
      }
      return [...found.values()];
    },
    async release(quarantined, as) {
      const index = kept.findIndex(({ position }) => position === quarantined);
      const found = kept[index];
      if (found?.verdict !== "quarantined" || found.reprocessedAs !== null) return null;
      const position = ++head;
      kept[index] = { ...found, reprocessedAs: position };
      kept.push({ ...as, position });
      return position;
    },
    erasures: async () => erasures,
    erasable: async (subject) => sumOf(kept.filter(isAbout(subject))),
    erase: async (subject) => drop(isAbout(subject)),
    async prune(before) {
      const old = new Set(sessions().flatMap(({ sessionId, lastAt }) => (lastAt < before ? [sessionId] : [])));
      return drop((one) => (one.verdict === "accepted" ? old.has(one.event.sessionId) : one.receivedAt < before));
    },
    rebuild: async () => {},
    async *exportDeliveries(after = 0) {
      yield* accepted().filter(({ position }) => position > after);
    },
    async audit(entry) {
      audits = [entry, ...audits];
    },
    audits: async (page) => pageOf(audits, page),
    async key(name) {
      const key = keys.get(name) ?? crypto.getRandomValues(new Uint8Array(32));
      keys.set(name, key);
      return key;
    },
    async endSignIn({ id, until }, forgetBefore) {
      ended = [...ended.filter((one) => one.id !== id && one.until >= forgetBefore), { id, until }];
    },
    endedSignIns: async (after) => ended.filter(({ until }) => until > after),
    async rememberCatalog(catalog) {
      if (!catalogs.some(({ version }) => version === catalog.version)) catalogs.push(catalog);
    },
    catalogs: async () => catalogs,
    health: async () => ({
      driver: "memory",
      bytes: null,
      head,
      oldestAt: kept.length === 0 ? null : Math.min(...kept.map(({ receivedAt }) => receivedAt)),
      durable: false,
      warnings: ["Everything is kept in memory only."],
    }),
    secrets: async () => [...secrets.values()].sort((a, b) => a.id - b.id),
    async notTaken(since) {
      const recent = kept.filter((one) => one.verdict === "rejected" && one.receivedAt >= since.rejected);
      const byReason = Map.groupBy(recent, (one) => (one as KeptRejected).why);
      return {
        acceptedAt: accepted().reduce<number | null>((last, { receivedAt }) => Math.max(last ?? 0, receivedAt), null),
        rejected: [...byReason]
          .map(([why, { length }]) => ({ why, deliveries: length }))
          .sort((a, b) => b.deliveries - a.deliveries || (a.why < b.why ? -1 : 1)),
        quarantined: kept
          .filter((one) => one.verdict === "quarantined" && one.reprocessedAs === null)
          .filter(({ receivedAt }) => receivedAt >= since.quarantined)
          .slice(0, countedQuarantined).length,
      };
    },
    close: async () => {},
  };
}

function sessionOf(attempts: readonly Attempt[]): Session {
  const greatest = (values: readonly (string | null)[]) =>
    values.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
  return {
    sessionId: attempts[0]?.sessionId as string,
    attempts: attempts.length,
    deliveries: attempts.reduce((sum, one) => sum + one.deliveries, 0),
    firstAt: Math.min(...attempts.map(({ firstAt }) => firstAt)),
    lastAt: Math.max(...attempts.map(({ lastAt }) => lastAt)),
    vendorData: greatest(attempts.map(({ vendorData }) => vendorData)),
    endUserId: greatest(attempts.map(({ endUserId }) => endUserId)),
    feature: greatest(attempts.map(({ outcome }) => outcome.feature)),
  };
}

function sessionsOf(subject: Subject, attempts: readonly Attempt[]): readonly string[] {
  if ("sessionId" in subject) return [subject.sessionId];
  return attempts.filter(({ endUserId }) => endUserId === subject.endUserId).map(({ sessionId }) => sessionId);
}

function valuesOf(event: AcceptedDelivery["event"]): readonly (readonly [ValuePath, string])[] {
  const { action, code, feature, reason, state } = event;
  const all = { action, code: String(code), feature, reason, state };
  return Object.entries(all).flatMap(([path, value]) => (value === null ? [] : [[path as ValuePath, value] as const]));
}

const inOrder = (a: KeptAccepted, b: KeptAccepted) => a.receivedAt - b.receivedAt || a.position - b.position;

/** Earlier first; what arrived in the same millisecond by its ids. */
function byArrival(a: Attempt, b: Attempt): number {
  const key = ({ sessionId, attemptId }: Attempt) => `${sessionId} ${attemptId ?? ""}`;
  return a.firstAt - b.firstAt || (key(a) < key(b) ? -1 : 1);
}

function rowOf(kept: KeptDelivery): DeliveryRow {
  if (kept.verdict === "rejected") return kept;
  const { body, ...row } = kept;
  return { ...row, hasBody: body !== null } as DeliveryRow;
}

function pageOf<Item>(items: readonly Item[], { limit, cursor = "0" }: PageQuery): Page<Item> {
  const end = Number(cursor) + limit;
  return { items: items.slice(Number(cursor), end), next: end < items.length ? String(end) : null };
}
