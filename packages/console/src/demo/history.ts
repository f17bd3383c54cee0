import { createHmac } from "node:crypto";
import { createWebhooksSync } from "@flow-catalog/webhook/node";
import type { Milliseconds, NewDelivery, RejectedDelivery, SecretId } from "../flow/delivery.ts";
import { readingOf } from "../receive/new-delivery.ts";
import { decision } from "./decision.ts";
import { type Payload, story } from "./person.ts";
import type { Random } from "./random.ts";

export interface HistoryOptions {
  readonly random: Random;
  readonly until: Milliseconds;
  readonly days: number;
  /** People on an average day. */
  readonly perDay: number;
  /** Which secret they are signed with, in the store that they are made up for. */
  readonly secretId: SecretId;
}

const hour = 3_600_000;
const day = 24 * hour;
const secret = "the past of the demo";
const headers = { "content-type": "application/json", "user-agent": "flow-console-demo" };

/**
 * Deliveries of days gone by, in the order of their arrival: more people in the afternoon than at night, fewer at
 * weekends, a few more every week. Read by the same code as any other delivery; only the clock is another.
 */
export function history({ random, until, days, perDay, secretId }: HistoryOptions): readonly NewDelivery[] {
  let now = 0;
  const webhooks = createWebhooksSync({ secrets: secret, now: () => new Date(now) });
  const read = (body: string, receivedAt: Milliseconds): NewDelivery => {
    now = receivedAt;
    const bytes = Buffer.from(body);
    const signature = createHmac("sha256", secret).update(bytes).digest("hex");
    const reading = readingOf(
      webhooks.receive({ body: bytes, headers: { "x-hmac-signature": signature } }),
      bytes,
      headers,
    );
    if ("refuse" in reading) throw new Error(`The demo's own delivery was refused: ${reading.refuse}`);
    return { ...reading.keep, secretId };
  };
  const events = arrivalsOf({ random, until, days, perDay }).map(({ at, payload }) => ({
    at,
    body: JSON.stringify(payload),
  }));
  const others = Array.from({ length: days }, () => ({
    at: Math.round(until - random.between(0, days) * day),
    body: random.chance(0.8) ? JSON.stringify(decision(random)) : "Service unavailable",
  }));
  const kept = [...events, ...others].sort((a, b) => a.at - b.at).map(({ at, body }) => read(body, at));
  const refused = Array.from({ length: days }, () => rejected(random, until - random.between(0, days) * day));
  return [...kept, ...refused].sort((a, b) => a.receivedAt - b.receivedAt);
}

function rejected(random: Random, at: Milliseconds): RejectedDelivery {
  const why = random.pick([
    [6, "signature_mismatch"],
    [2, "signature_missing"],
    [1, "signature_malformed"],
  ]);
  return {
    verdict: "rejected",
    receivedAt: Math.round(at),
    why,
    status: 401,
    size: Math.round(random.between(200, 400)),
  };
}

function arrivalsOf({ random, until, days, perDay }: Omit<HistoryOptions, "secretId">) {
  const arrivals: { at: Milliseconds; payload: Payload }[] = [];
  for (let back = days; back > 0; back--) {
    const begin = until - back * day;
    const weekend = [0, 6].includes(new Date(begin).getUTCDay()) ? 0.6 : 1;
    const people = Math.round(perDay * weekend * (1.2 - 0.4 * (back / days)) * random.between(0.85, 1.15));
    for (let person = 0; person < people; person++) {
      const started = begin + timeOfDay(random, begin);
      for (const { after, payload } of story(random)) {
        const late = random.chance(0.02) ? random.between(0, 2) * hour : random.between(200, 2_000);
        const at = Math.round(started + after + late);
        if (at < until) arrivals.push({ at, payload });
        if (random.chance(0.03) && at + hour < until) arrivals.push({ at: at + hour, payload });
      }
    }
  }
  return arrivals;
}

/** Milliseconds after the beginning of a day of 24 hours that need not begin at midnight. */
function timeOfDay(random: Random, begin: Milliseconds): number {
  for (;;) {
    const after = random.between(0, day);
    const hourOfDay = ((((begin + after) % day) + day) % day) / hour;
    // Most around 15 h, one in five of that at 3 h.
    if (random.chance(0.6 + 0.4 * Math.cos(((hourOfDay - 15) / 24) * 2 * Math.PI))) return after;
  }
}
