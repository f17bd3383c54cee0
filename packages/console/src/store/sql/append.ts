import { type RawBuilder, sql } from "kysely";
import type {
  AcceptedDelivery,
  NewDelivery,
  Position,
  QuarantinedDelivery,
  RejectedDelivery,
} from "../../flow/delivery.ts";
import type { Work } from "./flavour.ts";
import { keepableFacts, keepableText, sha256 } from "./keepable.ts";
import { kindText } from "./kinds.ts";
import { project } from "./project.ts";
import { secretColumn, secretSteps } from "./secrets.ts";

type Placed<D> = D & { readonly position: Position };

/**
 * Keeps deliveries and what they add up to, inside a transaction.
 *
 * @param isNew - False for what was in quarantine before: the use of its secret was counted when it arrived.
 */
export async function append(work: Work, batch: readonly NewDelivery[], isNew = true): Promise<readonly Position[]> {
  const last = await takePositions(work, batch.length);
  const placed = batch.map((delivery, index) => ({ ...delivery, position: last - batch.length + 1 + index }));
  await insertAccepted(
    work,
    placed.flatMap((one) => (one.verdict === "accepted" ? [{ ...one, event: keepableFacts(one.event) }] : [])),
    isNew,
  );
  await insertQuarantined(
    work,
    placed.flatMap((one) => (one.verdict === "quarantined" ? [one] : [])),
  );
  await insertRejected(
    work,
    placed.flatMap((one) => (one.verdict === "rejected" ? [one] : [])),
  );
  return placed.map(({ position }) => position);
}

/**
 * Takes the next positions, and gives the last of them. The row of the counter stays locked until the transaction ends, so
 * writers come one after the other, positions grow in the order of commits, and what a writer reads is what it changes.
 */
export async function takePositions({ flavour, tx }: Work, count: number): Promise<Position> {
  const { head } = await tx
    .updateTable("counter")
    .set(({ eb }) => ({ head: eb("head", "+", count) }))
    .where("id", "=", 1)
    .returning(["head", flavour.planByIndex.as("planned")])
    .executeTakeFirstOrThrow();
  return head;
}

async function insertAccepted(
  work: Work,
  deliveries: readonly Placed<AcceptedDelivery>[],
  isNew: boolean,
): Promise<void> {
  if (deliveries.length === 0) return;
  const used = isNew ? secretSteps(work, deliveries) : [];
  await project(work, deliveries, (kinds) => [insertion(work, deliveries, kinds), ...used]);
}

function insertion(
  work: Work,
  deliveries: readonly Placed<AcceptedDelivery>[],
  kinds: ReadonlyMap<string, number>,
): RawBuilder<unknown> {
  const actions = new Set(deliveries.map(({ event }) => event.action));
  const hashes = new Map([...actions].map((action) => [action, actionHash(action)]));
  return work.flavour.insert(
    "deliveries",
    {
      position: "bigint",
      session_id: "text",
      attempt_id: "text",
      received_at: "bigint",
      kind_id: "bigint",
      action_hash: "bigint",
      vendor_data: "text",
      end_user_id: "text",
      headers: "text",
      secret_id: "bigint",
      digest: "text",
      size: "bigint",
      body: "bytes",
      warnings: "text",
      catalog_version: "text",
    },
    deliveries.map((one) => [
      one.position,
      one.event.sessionId,
      one.event.attemptId,
      one.receivedAt,
      kinds.get(kindText(one.event)) as number,
      hashes.get(one.event.action) as number,
      one.event.vendorData,
      one.event.endUserId,
      JSON.stringify(one.headers),
      secretColumn(one.secretId),
      one.digest,
      one.size,
      one.body,
      JSON.stringify(one.warnings),
      one.catalogVersion,
    ]),
  );
}

async function insertQuarantined(work: Work, deliveries: readonly Placed<QuarantinedDelivery>[]): Promise<void> {
  if (deliveries.length === 0) return;
  const insert = work.flavour.insert(
    "quarantined",
    {
      position: "bigint",
      received_at: "bigint",
      why: "text",
      headers: "text",
      secret_id: "bigint",
      digest: "text",
      size: "bigint",
      keys: "text",
      body: "bytes",
    },
    deliveries.map((one) => [
      one.position,
      one.receivedAt,
      one.why,
      JSON.stringify(one.headers),
      secretColumn(one.secretId),
      one.digest,
      one.size,
      JSON.stringify(one.keys),
      one.body,
    ]),
  );
  await work.flavour.writeAll(work.tx, [insert, ...secretSteps(work, deliveries)]);
}

/** Anybody can send what is rejected, so only about so many of the newest are kept. */
const keptRejections = 10_000;
/** How many positions go by from one look at their number to the next. */
const betweenLooks = 64;

async function insertRejected(work: Work, deliveries: readonly Placed<RejectedDelivery>[]): Promise<void> {
  if (deliveries.length === 0) return;
  const insert = work.flavour.insert(
    "rejected",
    { position: "bigint", received_at: "bigint", why: "text", status: "bigint", size: "bigint" },
    deliveries.map((one) => [one.position, one.receivedAt, keepableText(one.why), one.status, one.size]),
  );
  await insert.execute(work.tx);
  if (!deliveries.some(({ position }) => position % betweenLooks === 0)) return;
  await sql`
    delete from rejected where position <= (
      select position from rejected order by position desc limit 1 offset ${keptRejections}
    )`.execute(work.tx);
}

export function actionHash(action: string): number {
  return Number.parseInt(sha256(action).slice(0, 8), 16) >>> 1;
}
