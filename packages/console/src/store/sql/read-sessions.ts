import { type RawBuilder, sql } from "kysely";
import type { Attempt } from "../../flow/attempt.ts";
import type { Page, Session, SessionQuery } from "../event-store.ts";
import { type AttemptRow, attemptColumns, attemptOf } from "./attempt-row.ts";
import { before, pageByTime, timeOf } from "./cursor.ts";
import type { Work } from "./flavour.ts";
import { keepableFact, keepableId } from "./keepable.ts";
import { mergeSessions, type SessionRow, sessionOf, sessionOfRow } from "./session-row.ts";

export async function session(
  { tx }: Work,
  sessionId: string,
): Promise<{ readonly session: Session; readonly attempts: readonly Attempt[] } | null> {
  const { rows } = await sql<AttemptRow>`
    select ${attemptColumns} from attempts a join outcomes o on o.id = a.outcome_id
    where a.session_id = ${keepableId(sessionId)} order by a.first_at, a.attempt_id`.execute(tx);
  const attempts = rows.map(attemptOf);
  return attempts.length === 0 ? null : { session: attempts.map(sessionOf).reduce(mergeSessions), attempts };
}

/** So many that they are not looked up and sorted: sessions are looked through from the newest instead. */
const many = 5_000;
/** How many are looked through for one page, so that it takes the same time however far back the next match is. */
const lookedThrough = 5_000;
/** The same where the attempts of each have to be looked up. */
const lookedUp = 2_000;

export async function sessions(work: Work, query: SessionQuery): Promise<Page<Session>> {
  const wanted = filters(query);
  const list = wanted.length === 0 ? page : lookThrough;
  if (query.search === undefined) return list(work, query, wanted);
  const begin = beginnings(query.search);
  const { rows } = await sql<{ session_id: string }>`
    select session_id from (${sql.join(
      begin.map(
        ({ table, is }) => sql`
        select * from (select session_id from ${sql.table(table)} where ${is} limit ${many}) one`,
      ),
      sql` union all `,
    )}) found limit ${many}`.execute(work.tx);
  if (rows.length === 0) return { items: [], next: null };
  if (rows.length < many) {
    const ids = work.flavour.rows(
      { session_id: "text" },
      rows.map(({ session_id }) => [session_id]),
    );
    // The sign keeps databases from walking all sessions by time to find these few.
    return page(work, query, [sql`s.session_id in (select r.session_id from ${ids} r)`, ...wanted], sql`+s.last_at`);
  }
  const { sessions = [], attempts = [] } = Object.groupBy(begin, ({ table }) => table);
  const anyOf = (list: typeof begin) =>
    sql.join(
      list.map(({ is }) => is),
      sql` or `,
    );
  const isFound = sql`(${anyOf(sessions)} or exists (
    select 1 from attempts where session_id = s.session_id and (${anyOf(attempts)})))`;
  return lookThrough(work, query, [isFound, ...wanted], lookedUp);
}

type Condition = RawBuilder<unknown>;

/** What no index finds: time is not among it. */
function filters({ features, several }: SessionQuery): readonly Condition[] {
  const isOne = features?.map((feature) =>
    feature === null ? sql`s.feature is null` : sql`s.feature = ${keepableFact(feature)}`,
  );
  return [
    ...(isOne === undefined ? [] : [isOne.length === 0 ? sql`1 = 0` : sql`(${sql.join(isOne, sql` or `)})`]),
    ...(several ? [sql`s.attempts > 1`] : []),
  ];
}

/** A page of what is among so many of the newest sessions. It may hold fewer than asked for, and still have a next one. */
async function lookThrough(
  work: Work,
  query: SessionQuery,
  wanted: readonly Condition[],
  most = lookedThrough,
): Promise<Page<Session>> {
  const { from, until } = timeBetween(query);
  const oldest = await work.tx
    .selectFrom("sessions")
    .select("last_at")
    .where("last_at", "<=", until)
    .where("last_at", ">=", from)
    .orderBy("last_at", "desc")
    .orderBy("session_id", "desc")
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst();
  if (oldest === undefined) return page(work, query, wanted);
  const found = await page(work, { ...query, from: oldest.last_at }, wanted);
  return { ...found, next: found.next ?? before(oldest.last_at) };
}

async function page(
  work: Work,
  query: SessionQuery,
  wanted: readonly Condition[],
  lastAt = sql`s.last_at`,
): Promise<Page<Session>> {
  const { limit } = query;
  const { from, until, cursor, skip } = timeBetween(query);
  const { rows } = await sql<SessionRow>`
    select s.* from sessions s
    where ${sql.join([sql`${lastAt} <= ${until}`, sql`${lastAt} >= ${from}`, ...wanted], sql` and `)}
    order by ${lastAt} desc, s.session_id desc limit ${limit + 1} offset ${skip}`.execute(work.tx);
  return pageByTime(rows.map(sessionOfRow), limit, cursor, ({ lastAt }) => lastAt);
}

/** The stretch that is left of a list's time, both ends inclusive, and how many of its last moment were shown. */
function timeBetween({ from = 0, to, cursor: given }: SessionQuery) {
  const cursor = timeOf(given);
  const until = to === undefined ? cursor.at : Math.min(to - 1, cursor.at);
  return { from, until, cursor, skip: cursor.at === until ? cursor.shown : 0 };
}

/** Indexes hold this much of vendor data, which may be longer than an index takes. */
const indexed = 128;

/**
 * What a session or an attempt is found by: an id or vendor data that begins like this. Each condition is one stretch of an
 * index. Ids are UUIDs, which are written in lower or in upper case throughout.
 */
function beginnings(search: string): readonly { readonly table: "sessions" | "attempts"; readonly is: Condition }[] {
  const text = keepableFact(search);
  const start = [...text].slice(0, indexed).join("");
  const cases = [...new Set([text, text.toLowerCase(), text.toUpperCase()])];
  const begins = (column: Condition, by: string) => sql`(${column} >= ${by} and ${column} < ${by + last})`;
  // The index is of rows that have any, which SQLite has to be told.
  const startBegins = sql`vendor_data is not null and ${begins(sql`substr(vendor_data, 1, ${sql.lit(indexed)})`, start)}`;
  const vendorData = start === text ? startBegins : sql`${startBegins} and ${begins(sql`vendor_data`, text)}`;
  return [
    ...cases.map((id) => ({ table: "sessions", is: begins(sql`session_id`, id) }) as const),
    ...["end_user_id", "attempt_id"].flatMap((column) =>
      cases.map((id) => ({ table: "attempts", is: begins(sql.ref(column), id) }) as const),
    ),
    { table: "attempts", is: sql`(${vendorData})` },
  ];
}

/** Sorts after every text that begins like the one it is added to. */
const last = "\u{10ffff}";
