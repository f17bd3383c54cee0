import type { RequestListener } from "node:http";
import { catalog } from "@flow-catalog/catalog";
import { catalogVersion } from "@flow-catalog/events";
import { getRequestListener } from "@hono/node-server";
import type { Logger } from "pino";
import { Registry } from "prom-client";
import { createApp } from "../api/app.ts";
import { lazily } from "../api/lazily.ts";
import type { Milliseconds } from "../flow/delivery.ts";
import { createLiveFeed } from "../live/feed.ts";
import { tracedStore } from "../observe/traced.ts";
import { createReceiver, type ReceiverLimits } from "../receive/receiver.ts";
import { secretIdsIn } from "../receive/secret-ids.ts";
import type { EventStore } from "../store/event-store.ts";
import { keepingHouse } from "./housekeeping.ts";
import { type Listening, listen } from "./http-server.ts";
import type { Parts, SignIn } from "./parts.ts";

/** Where deliveries are posted to. */
const webhookPath = "/webhooks/veriff";

export interface ConsoleOptions {
  /** Opened by the caller, who closes it after the console. */
  readonly store: EventStore;
  readonly secrets: readonly string[];
  readonly signIn: SignIn;
  readonly logger: Logger;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Null: deliveries are taken on the console's own port. */
  readonly webhook: { readonly host: string; readonly port: number } | null;
  readonly origins: readonly string[];
  readonly trustProxy: boolean;
  /** Days after which sessions and other deliveries are removed. Null: never. */
  readonly keepDays: number | null;
  readonly demo: boolean;
  readonly limits?: Partial<ReceiverLimits>;
  readonly clock?: () => Milliseconds;
}

/** A console that runs. */
export interface Console {
  readonly url: string;
  /** Where deliveries are posted to. */
  readonly webhookUrl: string;
  /** Answers what waits, ends live streams, and resolves when every connection is gone. */
  close(): Promise<void>;
}

/** Starts a console: from here on it answers. @throws Error where a port cannot be had. */
export async function startConsole(options: ConsoleOptions): Promise<Console> {
  const { store, secrets, signIn, logger, host, port, webhook, origins, trustProxy, demo } = options;
  const { limits = {}, clock = Date.now } = options;
  const metrics = new Registry();
  const secretIds = lazily(() => secretIdsIn(store, secrets));
  const live = createLiveFeed({ store, logger });
  const receiver = createReceiver({
    store: tracedStore(store),
    secrets,
    secretIds,
    clock,
    logger,
    metrics,
    limits,
    onCommit: live.wake,
  });
  const remembering = rememberCatalog(store, clock(), logger);

  const parts: Parts = {
    ...{ store, receiver, live, signIn, logger, metrics, clock, origins, trustProxy, demo, secretIds },
  };
  const app = getRequestListener(createApp(parts).fetch);
  const split = webhook !== null;
  const listening = await listenAll([
    { listener: split ? app : withWebhook(receiver.handle, app), host, port },
    ...(split ? [{ listener: withWebhook(receiver.handle, nothingHere), ...webhook }] : []),
  ]);
  const house = keepingHouse({ store, logger, clock, keepDays: options.keepDays });
  return {
    url: listening[0]!.url,
    webhookUrl: `${listening.at(-1)!.url}${webhookPath}`,
    async close() {
      const closed = listening.map((one) => one.close());
      await Promise.all([receiver.close(), live.close(), house.close(), remembering]);
      await Promise.all(closed);
    },
  };
}

interface Place {
  readonly listener: RequestListener;
  readonly host: string;
  readonly port: number;
}

/** All or none: a port that stays open would keep the process from ending. */
async function listenAll(places: readonly Place[]): Promise<readonly Listening[]> {
  const listening: Listening[] = [];
  try {
    for (const { listener, host, port } of places) listening.push(await listen(listener, host, port));
    return listening;
  } catch (error) {
    await Promise.all(listening.map((one) => one.close()));
    throw error;
  }
}

/** A store that is away for a moment must not keep the console from starting: it would be started again and again. */
async function rememberCatalog(store: EventStore, now: Milliseconds, logger: Logger): Promise<void> {
  try {
    await store.rememberCatalog({ version: catalogVersion, firstRunAt: now, json: JSON.stringify(catalog) });
  } catch (error) {
    const problem = error instanceof Error ? error.message : "unknown";
    logger.warn({ problem }, "Could not note down the catalog's version; the next start will");
  }
}

/** Deliveries go straight to the receiver: nothing else may delay or read them. */
function withWebhook(receive: RequestListener, others: RequestListener): RequestListener {
  return (request, response) => {
    const { url = "" } = request;
    const isWebhook =
      url.startsWith(webhookPath) && (url.length === webhookPath.length || url[webhookPath.length] === "?");
    (isWebhook ? receive : others)(request, response);
  };
}

const nothingHere: RequestListener = (_request, response) => {
  response.writeHead(404, { "content-type": "text/plain" }).end("not_found");
};
