import type { AcceptedDelivery, Milliseconds, NewDelivery, Position } from "../../flow/delivery.ts";
import { type Erased, type EventStore, StoreError, type StoreHealth } from "../event-store.ts";
import { append } from "./append.ts";
import type { Database, Work } from "./flavour.ts";
import { inPlace } from "./in-place.ts";
import { keepableId } from "./keepable.ts";
import { readValues } from "./kinds.ts";
import { attempts, counts } from "./read-attempts.ts";
import { deliveries, delivery, exportDeliveries, feed, sessionDeliveries } from "./read-deliveries.ts";
import { notTaken } from "./read-not-taken.ts";
import { session, sessions } from "./read-sessions.ts";
import { rebuild } from "./rebuild.ts";
import { audit, audits, catalogs, endedSignIns, endSignIn, key, rememberCatalog } from "./remember.ts";
import { erasable, erase, pruneSome } from "./remove.ts";
import { secrets } from "./secrets.ts";

/** What only the driver can tell, beside what the tables say. */
export type DriverHealth = Pick<StoreHealth, "driver" | "bytes" | "durable" | "warnings">;

export interface Driver extends Database {
  /** Keeps a batch in one transaction. Another one may be given before it is done. */
  append(batch: readonly NewDelivery[]): Promise<readonly Position[]>;
  /** Makes an error that says what to do out of whatever a call failed with. Its message holds no value. */
  explain(error: unknown): StoreError;
  /** Makes sure that what was removed is in no file any more, as far as the driver has it in its hands. */
  forget(): Promise<void>;
  health(): Promise<DriverHealth>;
  close(): Promise<void>;
}

/** The store on a driver's tables. */
export function sqlStore(driver: Driver): EventStore {
  const { flavour } = driver;
  const reading: Work = { flavour, tx: driver.read };

  const explained = async <T>(run: () => Promise<T>): Promise<T> => {
    try {
      return await run();
    } catch (error) {
      throw error instanceof StoreError || isBreakingOff(error) ? error : driver.explain(error);
    }
  };
  const read = <T>(run: (work: Work) => Promise<T>) => explained(() => run(reading));
  const write = <T>(run: (work: Work) => Promise<T>) =>
    explained(() => driver.write.transaction().execute((tx) => run({ flavour, tx })));
  const writeAt = <T>(arrived: readonly NewDelivery[], run: (work: Work) => Promise<T>) =>
    explained(() => inPlace(driver, arrived, run));

  return {
    async append(batch) {
      if (batch.length === 0) return [];
      return explained(() => driver.append(batch));
    },
    head: () => read(head),
    feed: (after, limit) => read((work) => feed(work, after, limit)),
    deliveries: (query) => read((work) => deliveries(work, query)),
    delivery: (position) => read((work) => delivery(work, position)),
    session: (sessionId) => read((work) => session(work, sessionId)),
    sessionDeliveries: (sessionId, limit) => read((work) => sessionDeliveries(work, keepableId(sessionId), limit)),
    sessions: (query) => read((work) => sessions(work, query)),
    counts: (query) => read((work) => counts(work, query)),
    attempts: (query) => read((work) => attempts(work, query)),
    values: () => read(readValues),
    async release(quarantined, as) {
      try {
        return await writeAt([as], (work) => release(work, quarantined, as));
      } catch (error) {
        if (error instanceof NotInQuarantine) return null;
        throw error;
      }
    },
    erasures: () => read(erasures),
    erasable: (subject) => read((work) => erasable(work, subject)),
    async erase(subject) {
      const erased = await write((work) => erase(work, subject));
      await explained(() => driver.forget());
      return erased;
    },
    async prune(before) {
      let all: Erased = { sessions: 0, deliveries: 0 };
      for (;;) {
        const some = await write((work) => pruneSome(work, before));
        if (some === null) break;
        all = { sessions: all.sessions + some.sessions, deliveries: all.deliveries + some.deliveries };
      }
      await explained(() => driver.forget());
      return all;
    },
    rebuild: (onProgress = () => {}) => write((work) => rebuild(work, onProgress)),
    async *exportDeliveries(after = 0) {
      const pages = exportDeliveries(reading, after)[Symbol.asyncIterator]();
      for (;;) {
        const { done, value } = await explained(() => pages.next());
        if (done === true) return;
        yield value;
      }
    },
    audit: (entry) => write((work) => audit(work, entry)),
    audits: (query) => read((work) => audits(work, query)),
    key: (name) => write((work) => key(work, name)),
    endSignIn: (ended, forgetBefore) => write((work) => endSignIn(work, ended, forgetBefore)),
    endedSignIns: (after) => read((work) => endedSignIns(work, after)),
    rememberCatalog: (catalog) => write((work) => rememberCatalog(work, catalog)),
    catalogs: () => read(catalogs),
    secrets: () => read(secrets),
    health: () =>
      read(async (work) => ({
        ...(await driver.health()),
        head: await head(work),
        oldestAt: await oldestAt(work),
      })),
    notTaken: (since) => read((work) => notTaken(work, since)),
    close: () => driver.close(),
  };
}

/** Whoever called wanted no more of it: there is nothing to explain. */
function isBreakingOff(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

async function head({ tx }: Work): Promise<Position> {
  return (await tx.selectFrom("counter").select("head").executeTakeFirstOrThrow()).head;
}

async function erasures({ tx }: Work): Promise<number> {
  return (await tx.selectFrom("counter").select("erasures").executeTakeFirstOrThrow()).erasures;
}

async function oldestAt({ tx }: Work): Promise<Milliseconds | null> {
  const oldest = await Promise.all([
    tx
      .selectFrom("kinds")
      .select(({ fn }) => fn.min("first_at").as("at"))
      .executeTakeFirst(),
    tx
      .selectFrom("quarantined")
      .select(({ fn }) => fn.min("received_at").as("at"))
      .executeTakeFirst(),
    tx
      .selectFrom("rejected")
      .select(({ fn }) => fn.min("received_at").as("at"))
      .executeTakeFirst(),
  ]);
  const known = oldest.flatMap((row) => row?.at ?? []);
  return known.length === 0 ? null : Math.min(...known);
}

/** Undoes a release that came second. */
class NotInQuarantine extends StoreError {}

async function release(work: Work, quarantined: Position, as: AcceptedDelivery): Promise<Position> {
  const [position = 0] = await append(work, [as], false);
  const { numUpdatedRows } = await work.tx
    .updateTable("quarantined")
    .set({ reprocessed_as: position })
    .where("position", "=", quarantined)
    .where("reprocessed_as", "is", null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows !== 1n) throw new NotInQuarantine("It is no longer in quarantine.", { temporary: false });
  return position;
}
