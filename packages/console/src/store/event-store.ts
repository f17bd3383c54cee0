import type { Attempt } from "../flow/attempt.ts";
import type {
  AcceptedDelivery,
  DeliveryRow,
  KeptAccepted,
  KeptDelivery,
  Milliseconds,
  NewDelivery,
  Position,
  SecretId,
  Verdict,
} from "../flow/delivery.ts";
import type { Outcome } from "../flow/outcome.ts";

/**
 * Keeps deliveries for good and answers questions about them. Every driver passes one suite. Deliveries are only ever
 * added; attempts, sessions, counts and seen values are what they add up to, kept up to date in the same transaction, and
 * can be made again from the deliveries with the same result.
 *
 * Every call may fail (`StoreError`), and may be tried again: nothing is half done.
 */
export interface EventStore {
  /**
   * Keeps a batch in one transaction. When it resolves, the batch is on disk and readable; when it rejects, none of it is
   * kept, except where the connection was lost at the very end and nobody can know.
   *
   * @returns The position of each, in the order given.
   */
  append(batch: readonly NewDelivery[]): Promise<readonly Position[]>;

  /** The last position, 0 for an empty store. Whatever is appended later, by any process, has a higher one. */
  head(): Promise<Position>;
  /** Deliveries after a position, in order, at most so many. For the live feed: nothing is missed and nothing repeated. */
  feed(after: Position, limit: number): Promise<readonly DeliveryRow[]>;
  /** Deliveries, newest first. */
  deliveries(query: DeliveryQuery): Promise<Page<DeliveryRow>>;
  /** One delivery with its body, or null where there is none at the position. */
  delivery(position: Position): Promise<KeptDelivery | null>;

  /** A session with its attempts, or null where nothing accepted is kept for it. */
  session(sessionId: string): Promise<{ readonly session: Session; readonly attempts: readonly Attempt[] } | null>;
  /** Accepted deliveries of one session in the order of arrival, at most `limit` (of the earliest). */
  sessionDeliveries(sessionId: string, limit: number): Promise<readonly KeptAccepted[]>;
  /**
   * Sessions, the one with the latest arrival first. A search for a beginning that very many have, and what no index finds,
   * looks through some at a time: a page may hold fewer than asked for, even none, and still have a next one.
   */
  sessions(query: SessionQuery): Promise<Page<Session>>;

  /** How many attempts had which outcome, by the time of their first arrival. Every number of the overview is made of these. */
  counts(query: CountQuery): Promise<Counts>;
  /** Attempts with any of the outcomes, the one that arrived first last. */
  attempts(query: AttemptQuery): Promise<Page<Attempt>>;

  /** Every value that ever arrived in an event, known or not. */
  values(): Promise<readonly SeenValue[]>;

  /**
   * Keeps a quarantined delivery as the event that it could be read as, in one transaction.
   *
   * @returns The new position, or null where it is no longer in quarantine.
   */
  release(quarantined: Position, as: AcceptedDelivery): Promise<Position | null>;
  /**
   * Grows whenever deliveries are erased or pruned, by any process, in the same transaction. Whoever holds deliveries in
   * memory asks for it before reading them, and lets go of them once it is another one.
   */
  erasures(): Promise<number>;
  /** What `erase` would remove. */
  erasable(subject: Subject): Promise<Erased>;
  /**
   * Removes all that is kept about a session, or about every session of an end-user, and makes the numbers agree. What is in
   * quarantine goes with it where it was read as theirs, or has an id in its body that is not too short to be one.
   */
  erase(subject: Subject): Promise<Erased>;
  /** Removes sessions whose last arrival, and other deliveries that arrived, before a moment. In small steps. */
  prune(before: Milliseconds): Promise<Erased>;
  /** Makes attempts, sessions, counts and seen values again from the deliveries. Throwing an `AbortError` meanwhile undoes all of it. */
  rebuild(onProgress?: (done: number, of: number) => void): Promise<void>;

  /** Accepted deliveries in order of position, for an export. Memory does not grow with their number. */
  exportDeliveries(after?: Position): AsyncIterable<KeptAccepted>;

  /** Remembers who did what. */
  audit(entry: AuditEntry): Promise<void>;
  /** What was done, newest first. */
  audits(query: PageQuery): Promise<Page<AuditEntry>>;
  /** Random bytes that are made once and are the same for every process of the store: keys of cookies and references. */
  key(name: string): Promise<Uint8Array>;
  /** Remembers a sign-in that ended before its time, and forgets those whose time was over before a moment. */
  endSignIn(ended: EndedSignIn, forgetBefore: Milliseconds): Promise<void>;
  /** Sign-ins that ended before their time, where that time is after a moment. */
  endedSignIns(after: Milliseconds): Promise<readonly EndedSignIn[]>;
  /** Remembers a catalog that the console ran with, once for each version. */
  rememberCatalog(catalog: RememberedCatalog): Promise<void>;
  /** Every catalog that the console ran with, in the order of their first run. */
  catalogs(): Promise<readonly RememberedCatalog[]>;

  /** Every secret that made a signature, since the store remembers them. What is erased or pruned later still counts. */
  secrets(): Promise<readonly SecretUse[]>;

  health(): Promise<StoreHealth>;
  /** What arrived of late and was not taken as an event, and whether anything that was is kept. Costs little, however much is kept. */
  notTaken(since: NotTakenSince): Promise<NotTaken>;
  close(): Promise<void>;
}

/** Something went wrong in the store; the message says what, and never holds an id, a body or a secret. */
export class StoreError extends Error {
  override readonly name = "StoreError";
  /** Whether the same call may succeed later. */
  readonly temporary: boolean;

  constructor(message: string, options: { readonly temporary: boolean; readonly cause?: unknown }) {
    super(message, { cause: options.cause });
    this.temporary = options.temporary;
  }
}

/** Where a page goes on: made by the store, opaque to everyone else. */
export type Cursor = string;

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Null on the last page. */
  readonly next: Cursor | null;
}

export interface PageQuery {
  /** From 1 to 1000. */
  readonly limit: number;
  /** Absent: the first page. */
  readonly cursor?: Cursor;
}

export interface DeliveryQuery extends PageQuery {
  /** Absent: all three. */
  readonly verdict?: Verdict;
  /** Only those refused or quarantined for this. */
  readonly why?: string;
  /** Only accepted events of this kind of value. */
  readonly action?: string;
  /** Only what is in quarantine, was not read again, and has its body. */
  readonly toReadAgain?: true;
}

export interface SessionQuery extends PageQuery {
  /**
   * A session id, attempt id, end-user id (each whole or its beginning, in either case) or vendor data (whole or its
   * beginning, case kept). Absent: all.
   */
  readonly search?: string;
  /** Only those whose latest arrival lies in this stretch: from inclusive, to exclusive. */
  readonly from?: Milliseconds;
  readonly to?: Milliseconds;
  /** Only those of one of these features; null stands for none. */
  readonly features?: readonly (string | null)[];
  /** Only those of more than one attempt. */
  readonly several?: true;
}

/** What a session's attempts add up to. */
export interface Session {
  readonly sessionId: string;
  readonly attempts: number;
  readonly deliveries: number;
  readonly firstAt: Milliseconds;
  readonly lastAt: Milliseconds;
  readonly vendorData: string | null;
  readonly endUserId: string | null;
  readonly feature: string | null;
}

/** A stretch of time: from inclusive, to exclusive, both at whole hours in UTC. */
export interface Range {
  readonly from: Milliseconds;
  readonly to: Milliseconds;
}

export interface CountQuery extends Range {
  /** `all` makes one bucket of the whole range; days begin at midnight UTC. */
  readonly by: "hour" | "day" | "all";
}

/** Stands for one outcome in one store. */
export type OutcomeId = number;

export interface Counts {
  readonly outcomes: ReadonlyMap<OutcomeId, Outcome>;
  readonly rows: readonly CountRow[];
}

export interface CountRow {
  /** Where the bucket begins. */
  readonly at: Milliseconds;
  readonly outcome: OutcomeId;
  /** Distinct attempts, more than 0. */
  readonly attempts: number;
}

export interface AttemptQuery extends Range, PageQuery {
  /** Taken from `counts`. Absent: every outcome. */
  readonly outcomes?: readonly OutcomeId[];
}

/** The members of an event whose values are kept track of. */
export type ValuePath = "action" | "code" | "feature" | "reason" | "state";

export interface SeenValue {
  readonly path: ValuePath;
  /** As sent; a code as its decimal digits. */
  readonly value: string;
  readonly firstAt: Milliseconds;
  readonly lastAt: Milliseconds;
  /** Deliveries that carried it, repeats included. */
  readonly deliveries: number;
  /** Sessions to look at, at most three: the first that carried it, and when each first did. */
  readonly examples: readonly { readonly sessionId: string; readonly at: Milliseconds }[];
}

/** Whom to erase. */
export type Subject = { readonly sessionId: string } | { readonly endUserId: string };

export interface Erased {
  readonly sessions: number;
  readonly deliveries: number;
}

export interface AuditEntry {
  readonly at: Milliseconds;
  /** Who, by the name that the sign-in gives, or that it was by the command, and by whose. */
  readonly who: string;
  readonly what:
    | "signed_in"
    | "sign_in_failed"
    | "revealed"
    | "erased"
    | "reprocessed"
    | "exported"
    | "imported"
    | "rebuilt";
  /** Whom or what it was about, as a digest: never an id. */
  readonly subject: string | null;
}

/** A sign-in that somebody signed out of. */
export interface EndedSignIn {
  readonly id: string;
  /** When it would have ended by itself. */
  readonly until: Milliseconds;
}

export interface RememberedCatalog {
  readonly version: string;
  readonly firstRunAt: Milliseconds;
  /** The catalog as JSON text. */
  readonly json: string;
}

export interface SecretUse {
  readonly id: SecretId;
  /** Deliveries when they arrived: one that is released from quarantine counts once. */
  readonly deliveries: number;
  readonly firstAt: Milliseconds;
  readonly lastAt: Milliseconds;
}

/** The moments from which deliveries count. */
export interface NotTakenSince {
  readonly rejected: Milliseconds;
  readonly quarantined: Milliseconds;
}

/** Of what is in quarantine there may be any number: decisions that are posted to the wrong address, for example. */
export const countedQuarantined = 1_000;

export interface NotTaken {
  /** When the last event was accepted, of those that are kept. */
  readonly acceptedAt: Milliseconds | null;
  /** Rejected deliveries by their reason, the most frequent first. */
  readonly rejected: readonly { readonly why: string; readonly deliveries: number }[];
  /** Deliveries in quarantine that were not read again: no more than `countedQuarantined`. */
  readonly quarantined: number;
}

export interface StoreHealth {
  readonly driver: "sqlite" | "postgres" | "memory";
  /** Bytes that the store takes, as far as it can tell. */
  readonly bytes: number | null;
  readonly head: Position;
  /** When the earliest delivery that is kept arrived. */
  readonly oldestAt: Milliseconds | null;
  /** Whether an acknowledged delivery survives a loss of power; if not, `warnings` say why. */
  readonly durable: boolean;
  readonly warnings: readonly string[];
}
