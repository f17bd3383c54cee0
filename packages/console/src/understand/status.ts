import type { Quantiles, Status } from "../api/types/index.ts";
import type { ReceiverStatus } from "../server/parts.ts";
import type { NotTaken, StoreHealth } from "../store/event-store.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { counted } from "./counted.ts";
import { quarantineWarnings, rejectedIn, rejectionWarnings } from "./not-taken.ts";
import { secretWarnings } from "./secrets.ts";
import { iso, isoOrNull } from "./view.ts";

/** What is known of the console itself. */
export interface StatusFacts {
  readonly now: number;
  readonly startedAt: number;
  readonly node: string;
  readonly receiver: ReceiverStatus;
  /** The store's health, or in a sentence why it could not be asked. */
  readonly store: StoreHealth | string;
  /** Null where it could not be asked. */
  readonly notTaken: NotTaken | null;
  /** The configured ones, and those that were used. */
  readonly secrets: Status["secrets"];
  readonly readers: number;
  readonly catalog: CatalogIndex;
  readonly unknownValues: number;
}

const day = 86_400_000;
/** Pages that are older than this are worth a look. */
const oldCatalogDays = 180;

/** How the console is, and what should be looked at. */
export function statusOf(facts: StatusFacts): Status {
  const { receiver, store, catalog, now } = facts;
  const { latency, lastAt, ...counted } = receiver;
  const published = newest(Object.values(catalog.catalog.pages).map((page) => page.published));
  const ageDays = published === null ? null : Math.max(0, Math.floor((now - Date.parse(published)) / day));
  return {
    startedAt: iso(facts.startedAt),
    node: facts.node,
    receiving: { ...counted, latency: rounded(latency), lastAt: isoOrNull(lastAt) },
    store: storeStatus(store),
    notTaken: facts.notTaken && {
      rejected: rejectedIn(facts.notTaken),
      quarantined: facts.notTaken.quarantined,
    },
    live: { readers: facts.readers },
    catalog: { version: catalog.version, published, ageDays, unknownValues: facts.unknownValues },
    secrets: facts.secrets,
    warnings: warningsOf(facts, ageDays),
  };
}

/** To a hundredth of a millisecond: what comes after it is noise. */
function rounded({ count, p50, p95, p99, max }: Quantiles): Quantiles {
  const round = (figure: number | null) => (figure === null ? null : Math.round(figure * 100) / 100);
  return { count, p50: round(p50), p95: round(p95), p99: round(p99), max: round(max) };
}

function storeStatus(store: StoreHealth | string): Status["store"] {
  if (typeof store === "string") {
    const unknown = { driver: "unknown", bytes: null, head: 0, oldestAt: null, durable: false, warnings: [] };
    return { ...unknown, ok: false, problem: store };
  }
  return { ...store, ok: true, problem: null, oldestAt: isoOrNull(store.oldestAt) };
}

function warningsOf(
  { now, store, receiver, notTaken, secrets, unknownValues }: StatusFacts,
  ageDays: number | null,
): readonly string[] {
  const busy = receiver.waiting * 2 >= receiver.waitingLimit;
  return [
    ...(typeof store === "string" ? [`The store does not answer: ${store}`] : store.warnings),
    ...(notTaken === null ? [] : rejectionWarnings(notTaken)),
    ...(busy ? [`${receiver.waiting} of at most ${receiver.waitingLimit} deliveries are waiting for the store.`] : []),
    ...(receiver.overloaded > 0
      ? [`${counted(receiver.overloaded, "delivery was", "deliveries were")} refused because too many were waiting.`]
      : []),
    ...(receiver.failed > 0
      ? [`${counted(receiver.failed, "delivery was", "deliveries were")} answered 503, because the store failed.`]
      : []),
    ...(notTaken === null ? [] : quarantineWarnings(notTaken)),
    ...secretWarnings(secrets, now),
    ...(unknownValues > 0
      ? [`${counted(unknownValues, "value", "values")} arrived that the catalog does not know: see Unknown values.`]
      : []),
    ...(ageDays !== null && ageDays > oldCatalogDays
      ? [`The catalog's pages were last changed ${ageDays} days ago: look for a newer release.`]
      : []),
  ];
}

function newest(dates: readonly (string | null)[]): string | null {
  return dates.reduce((a, b) => (a === null || (b !== null && b > a) ? b : a), null);
}
