import { createHash } from "node:crypto";

const day = 86_400_000;

/** Sixty days, of which the last 30 are what an overview shows and the first are what it compares with. */
export const begin = Date.UTC(2026, 4, 1);
export const end = begin + 60 * day;

const perSession = 4;
const states = 80;
const reasons = 8;

/** The session of a delivery: ids of the usual form, in no order. */
export function sessionOf(delivery: number): string {
  return uuid("session", Math.floor(delivery / perSession));
}

export function vendorDataOf(delivery: number): string {
  return `customer-${Math.floor(delivery / perSession) % 1_000_003}`;
}

/** A delivery among so many. Those of a session stand together: started, submitted, cancelled or finished, and a repeat. */
export function deliveryOf(number: number, count: number) {
  const session = Math.floor(number / perSession);
  const step = number % perSession;
  const isFinished = session % 3 === 0;
  const [action, code] = (
    [
      ["started", 7001],
      ["submitted", 7002],
      isFinished ? ["flow_finished", 7009] : ["flow_cancelled", 7010],
      ["started", 7001],
    ] as const
  )[step] as readonly [string, number];
  const hasEnded = step === 2;
  const event = {
    sessionId: sessionOf(number),
    attemptId: uuid("attempt", session),
    action,
    code,
    feature: "selfid",
    reason: hasEnded ? `reason_${session % reasons}` : null,
    state: hasEnded ? `state_${(session * 7) % states}` : null,
    vendorData: vendorDataOf(number),
    endUserId: uuid("person", session % 500_009),
  };
  const { sessionId: id, reason, state, ...rest } = event;
  const body = Buffer.from(JSON.stringify({ id, ...rest, context: { reason, state } }));
  return {
    verdict: "accepted",
    receivedAt: begin + Math.floor((number / count) * (end - begin)),
    event,
    headers: { "content-type": "application/json", "content-length": String(body.length), "user-agent": "sender/1.0" },
    secretId: 1_000,
    digest: createHash("sha256").update(body).digest("hex"),
    size: body.length,
    body: new Uint8Array(body),
    warnings: [],
    catalogVersion: "1.0.0",
  };
}

function uuid(kind: string, number: number): string {
  const digits = createHash("md5").update(`${kind} ${number}`).digest("hex");
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `8${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join("-");
}
