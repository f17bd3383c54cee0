import { type RawBuilder, sql } from "kysely";
import type { EventFacts, Milliseconds, Position } from "../../flow/delivery.ts";
import type { SeenValue, ValuePath } from "../event-store.ts";
import type { Work } from "./flavour.ts";
import { sha256 } from "./keepable.ts";

/** An event that arrived, at its place. */
export interface PlacedArrival {
  readonly event: EventFacts;
  readonly receivedAt: Milliseconds;
  readonly position: Position;
}

/** A session that carried a value, and where it first did. */
export type Example = readonly [sessionId: string, receivedAt: Milliseconds, position: Position];

/** How often and when something arrived. Parts of it join in any order. */
export interface Tally {
  readonly deliveries: number;
  readonly firstAt: Milliseconds;
  readonly lastAt: Milliseconds;
  /** The first three sessions in the order of arrival. */
  readonly examples: readonly Example[];
}

const nothing: Tally = { deliveries: 0, firstAt: Infinity, lastAt: -Infinity, examples: [] };

function mergeTallies(a: Tally, b: Tally): Tally {
  return {
    deliveries: a.deliveries + b.deliveries,
    firstAt: Math.min(a.firstAt, b.firstAt),
    lastAt: Math.max(a.lastAt, b.lastAt),
    examples: firstThree([...a.examples, ...b.examples]),
  };
}

/** The first three different sessions. */
export function firstThree(examples: readonly Example[]): readonly Example[] {
  const ordered = [...examples].sort((a, b) => a[1] - b[1] || a[2] - b[2]);
  const found = new Map<string, Example>();
  for (const example of ordered) if (!found.has(example[0])) found.set(example[0], example);
  return [...found.values()].slice(0, 3);
}

type KindFacts = Pick<EventFacts, "action" | "code" | "feature" | "reason" | "state">;

export function kindText({ action, code, feature, reason, state }: KindFacts): string {
  return JSON.stringify([action, code, feature, reason, state]);
}

/** Kinds that arrivals are of, by their texts. */
type AddedKinds = ReadonlyMap<string, { readonly facts: KindFacts; readonly key: string; readonly tally: Tally }>;

export function kindsOf(arrivals: readonly PlacedArrival[]): AddedKinds {
  const added = new Map<string, { readonly facts: KindFacts; readonly key: string; tally: Tally }>();
  for (const { event, receivedAt, position } of arrivals) {
    const text = kindText(event);
    const kind = added.get(text) ?? { facts: event, key: sha256(text), tally: nothing };
    kind.tally = mergeTallies(kind.tally, {
      deliveries: 1,
      firstAt: receivedAt,
      lastAt: receivedAt,
      examples: [[event.sessionId, receivedAt, position]],
    });
    added.set(text, kind);
  }
  return added;
}

export interface KnownKind extends TallyRow {
  readonly id: number;
  readonly key: string;
}

export function knownKinds(work: Work, added: AddedKinds): RawBuilder<KnownKind> {
  const keys = work.flavour.rows(
    { key: "text" },
    [...added.values()].map(({ key }) => [key]),
  );
  return sql<KnownKind>`
    select kinds.id, kinds.key, kinds.deliveries, kinds.first_at, kinds.last_at, kinds.examples
    from kinds where kinds.key in (select r.key from ${keys} r)`;
}

/** Makes the kinds that are new. Gives the id of each kind by its text, and what makes the tallies of the others grow. */
export async function addToKinds(
  work: Work,
  added: AddedKinds,
  known: readonly KnownKind[],
): Promise<{ readonly ids: ReadonlyMap<string, number>; readonly growth: readonly RawBuilder<unknown>[] }> {
  const byKey = new Map(known.map((row) => [row.key, row]));
  const ids = new Map<string, number>();
  const changed: (readonly [number, Tally])[] = [];
  const fresh: string[] = [];
  for (const [text, { key, tally }] of added) {
    const row = byKey.get(key);
    if (row === undefined) fresh.push(text);
    else {
      ids.set(text, row.id);
      changed.push([row.id, mergeTallies(tallyOf(row), tally)]);
    }
  }
  const growth = changed.length === 0 ? [] : [tallyUpdate(work, changed)];
  if (fresh.length === 0) return { ids, growth };
  const kinds = fresh.map((text) => added.get(text) as NonNullable<ReturnType<typeof added.get>>);
  const made = await work.tx
    .insertInto("kinds")
    .values(kinds.map(({ key, facts, tally }) => ({ key, ...factsRow(facts), ...tallyRow(tally) })))
    .returning(["id", "key"])
    .execute();
  const texts = new Map(fresh.map((text) => [added.get(text)?.key, text]));
  for (const { id, key } of made) ids.set(texts.get(key) as string, id);
  return { ids, growth };
}

export interface TallyRow {
  readonly deliveries: number;
  readonly first_at: Milliseconds;
  readonly last_at: Milliseconds;
  readonly examples: string;
}

/** A row that nothing is left of says nothing about time. */
export function tallyOf({ deliveries, first_at, last_at, examples }: TallyRow): Tally {
  return deliveries === 0
    ? nothing
    : { deliveries, firstAt: first_at, lastAt: last_at, examples: JSON.parse(examples) as readonly Example[] };
}

function tallyRow({ deliveries, firstAt, lastAt, examples }: Tally): TallyRow {
  return { deliveries, first_at: firstAt, last_at: lastAt, examples: JSON.stringify(examples) };
}

function factsRow({ action, code, feature, reason, state }: KindFacts) {
  return { action, code: String(code), feature, reason, state };
}

/** Writes tallies, of which there are some. */
export function tallyUpdate(work: Work, tallies: readonly (readonly [number, Tally])[]): RawBuilder<unknown> {
  const rows = work.flavour.rows(
    { id: "bigint", deliveries: "bigint", first_at: "bigint", last_at: "bigint", examples: "text" },
    tallies.map(([id, tally]) => [id, tally.deliveries, tally.firstAt, tally.lastAt, JSON.stringify(tally.examples)]),
  );
  return sql`
    update kinds
    set deliveries = r.deliveries, first_at = r.first_at, last_at = r.last_at, examples = r.examples
    from ${rows} r where kinds.id = r.id`;
}

const paths: readonly ValuePath[] = ["action", "code", "feature", "reason", "state"];

/** Every value of every kind. */
export async function readValues({ tx }: Work): Promise<readonly SeenValue[]> {
  const kinds = await tx.selectFrom("kinds").selectAll().where("deliveries", ">", 0).orderBy("id").execute();
  const found = new Map<string, { readonly path: ValuePath; readonly value: string; readonly tally: Tally }>();
  for (const kind of kinds) {
    for (const path of paths) {
      const value = kind[path];
      if (value === null) continue;
      const key = `${path} ${value}`;
      const tally = mergeTallies(found.get(key)?.tally ?? nothing, tallyOf(kind));
      found.set(key, { path, value, tally });
    }
  }
  return [...found.values()].map(({ path, value, tally: { examples, ...times } }) => ({
    path,
    value,
    ...times,
    examples: examples.map(([sessionId, at]) => ({ sessionId, at })),
  }));
}
