import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { decision } from "./decision.ts";
import { story } from "./person.ts";
import type { Random } from "./random.ts";

export interface SenderOptions {
  readonly url: string;
  /** The newest first: a few deliveries are still signed with the oldest. */
  readonly secrets: readonly string[];
  readonly random: Random;
  /** People that begin in a minute. */
  readonly perMinute: number;
  /** How much faster than in life people go on. */
  readonly speed: number;
  readonly signal: AbortSignal;
}

/** What goes wrong between the sender and the console now and then. */
const odds = { repeat: 0.05, late: 0.06, oldSecret: 0.04, wrongSecret: 0.02, decision: 0.05, broken: 0.01 };

const second = 1_000;

/**
 * A sender that behaves like the real one, only faster: it signs and posts what made-up people do, repeats itself, is
 * late and out of order, sometimes signs with an old or a wrong secret, sends a decision where only events are expected,
 * and tries again what is not answered 200. Runs until it is told to stop.
 */
export async function sendForever(options: SenderOptions): Promise<void> {
  const { random, perMinute, speed, signal } = options;
  const running = new Set<Promise<void>>();
  const start = (work: Promise<void>) => {
    const tracked = work.catch(() => {}).finally(() => running.delete(tracked));
    running.add(tracked);
  };
  const pause = (milliseconds: number) => sleep(milliseconds, undefined, { signal });
  const deliver = async (body: string, after: number) => {
    await pause(after);
    for (let wait = 5 * second; ; wait = Math.min(wait * 2, 60 * second)) {
      if (await post(options, body)) return;
      await pause(wait);
    }
  };
  while (!signal.aborted) {
    for (const { after, payload } of story(random)) {
      const body = JSON.stringify(payload);
      const due =
        after / speed + (random.chance(odds.late) ? random.between(5, 30) * second : random.between(0, second));
      start(deliver(body, due));
      if (random.chance(odds.repeat)) start(deliver(body, due + random.between(1, 20) * second));
    }
    if (random.chance(odds.decision)) start(deliver(JSON.stringify(decision(random)), random.between(1, 5) * second));
    if (random.chance(odds.broken)) start(deliver("Service unavailable", second));
    await pause((60 * second * random.between(0.3, 1.7)) / perMinute).catch(() => {});
  }
  await Promise.all(running);
}

/** Whether it is done with: what was signed wrongly would never be taken. */
async function post({ url, secrets, random, signal }: SenderOptions, body: string): Promise<boolean> {
  const isWrong = random.chance(odds.wrongSecret);
  const own = random.chance(odds.oldSecret) ? secrets.at(-1)! : secrets[0]!;
  const signature = createHmac("sha256", isWrong ? `not ${own}` : own)
    .update(body)
    .digest("hex");
  const headers = {
    "content-type": "application/json",
    "x-hmac-signature": signature,
    "user-agent": "flow-console-demo",
  };
  try {
    const response = await fetch(url, { method: "POST", headers, body, signal });
    await response.body?.cancel();
    return response.status === 200;
  } catch {
    return signal.aborted;
  }
}
