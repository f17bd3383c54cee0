import { Hono } from "hono";
import type { Parts } from "../server/parts.ts";
import type { EventStore, StoreHealth } from "../store/event-store.ts";
import { StoreError } from "../store/event-store.ts";
import { notTakenSince } from "../understand/not-taken.ts";
import { secretsInUse } from "../understand/secrets.ts";
import { statusOf } from "../understand/status.ts";
import { unknownOf } from "../understand/unknown.ts";
import type { AppEnv } from "./env.ts";
import type { Tools } from "./tools.ts";
import type { SecretInUse } from "./types/index.ts";

/** `GET /api/status`: answers also while the store does not. */
export function statusRoutes({ parts, catalog }: Tools): Hono<AppEnv> {
  const { store, receiver, live, clock } = parts;
  const startedAt = clock();
  return new Hono<AppEnv>().get("/status", async (context) => {
    const now = clock();
    const [health, seen, notTaken, secrets] = await Promise.all([
      healthOf(store),
      store.values().catch(() => []),
      store.notTaken(notTakenSince(now)).catch(() => null),
      secretsOf(parts),
    ]);
    return context.json(
      statusOf({
        now,
        startedAt,
        node: process.version,
        receiver: receiver.status(),
        store: health,
        notTaken,
        secrets: secrets,
        readers: live.readers,
        catalog,
        unknownValues: unknownOf(seen, catalog).length,
      }),
    );
  });
}

/** None while the store cannot be asked: it also knows what stands for those that are configured. */
async function secretsOf({ store, secretIds }: Parts): Promise<readonly SecretInUse[]> {
  try {
    return secretsInUse(await secretIds(), await store.secrets());
  } catch {
    return [];
  }
}

/** The store's health, or why it could not be asked. */
async function healthOf(store: EventStore): Promise<StoreHealth | string> {
  try {
    return await store.health();
  } catch (error) {
    return error instanceof StoreError ? error.message : "it failed unexpectedly; the log says how.";
  }
}
