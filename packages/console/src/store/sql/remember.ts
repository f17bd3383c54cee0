import { randomBytes } from "node:crypto";
import type { Milliseconds } from "../../flow/delivery.ts";
import type { AuditEntry, EndedSignIn, Page, PageQuery, RememberedCatalog } from "../event-store.ts";
import { positionOf } from "./cursor.ts";
import type { Work } from "./flavour.ts";
import { keepableText } from "./keepable.ts";

export async function audit({ tx }: Work, { at, who, what, subject }: AuditEntry): Promise<void> {
  await tx
    .insertInto("audits")
    .values({ at, who: keepableText(who), what, subject })
    .execute();
}

export async function audits({ tx }: Work, { limit, cursor }: PageQuery): Promise<Page<AuditEntry>> {
  const rows = await tx
    .selectFrom("audits")
    .selectAll()
    .where("id", "<", cursor === undefined ? Number.MAX_SAFE_INTEGER : positionOf(cursor))
    .orderBy("id", "desc")
    .limit(limit + 1)
    .execute();
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ at, who, what, subject }) => ({ at, who, what: what as AuditEntry["what"], subject })),
    next: rows.length > limit ? String(shown.at(-1)?.id) : null,
  };
}

export async function key({ tx }: Work, name: string): Promise<Uint8Array> {
  await tx
    .insertInto("keys")
    .values({ name, bytes: randomBytes(32) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { bytes } = await tx.selectFrom("keys").select("bytes").where("name", "=", name).executeTakeFirstOrThrow();
  return new Uint8Array(bytes);
}

export async function endSignIn({ tx }: Work, { id, until }: EndedSignIn, forgetBefore: Milliseconds): Promise<void> {
  await tx.deleteFrom("ended_sign_ins").where("until", "<", forgetBefore).execute();
  await tx
    .insertInto("ended_sign_ins")
    .values({ id, until })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function endedSignIns({ tx }: Work, after: Milliseconds): Promise<readonly EndedSignIn[]> {
  return tx.selectFrom("ended_sign_ins").select(["id", "until"]).where("until", ">", after).execute();
}

export async function rememberCatalog({ tx }: Work, { version, firstRunAt, json }: RememberedCatalog): Promise<void> {
  await tx
    .insertInto("catalogs")
    .values({ version, first_run_at: firstRunAt, json })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function catalogs({ tx }: Work): Promise<readonly RememberedCatalog[]> {
  const rows = await tx.selectFrom("catalogs").selectAll().orderBy("id").execute();
  return rows.map(({ version, first_run_at, json }) => ({ version, firstRunAt: first_run_at, json }));
}
