import { createHmac } from "node:crypto";

export const secret = "3f1c9a52-8e0d-4b67-a4f3-d2c5b6e7f809";

const ends = [
  [7009, "flow_finished", "finished_screen_confirmed_clicked", "finished_screen_confirmed_clicked"],
  [7010, "flow_cancelled", "quit_session_confirmed", "document_front_screen_shown"],
  [7010, "flow_cancelled", "consent_screen_cancel_pressed", "consent_screen_shown"],
] as const;

/** Whole requests, signed before the measurement: three events of each session, every body another one. */
export function signedRequests(url: URL, number: number, run: number): readonly Buffer[] {
  return Array.from({ length: number }, (_, index) => {
    const body = JSON.stringify(event(index, run));
    const signature = createHmac("sha256", secret).update(body).digest("hex");
    const head = `POST ${url.pathname} HTTP/1.1\r\nhost: ${url.host}\r\nuser-agent: bench\r\naccept: */*\r\ncontent-type: application/json\r\nx-auth-client: a2f4c6e8-0b1d-4c3e-8f5a-7b9d1e3f5a7c\r\nx-hmac-signature: ${signature}\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n`;
    return Buffer.from(head + body);
  });
}

function event(index: number, run: number) {
  const session = Math.floor(index / 3);
  const id = (kind: number) => `${hex(run, 8)}-0000-4000-800${kind}-${hex(session, 12)}`;
  const base = { id: id(0), attemptId: id(1), feature: "selfid", vendorData: `customer-${session}`, endUserId: id(2) };
  if (index % 3 === 0) return { ...base, code: 7001, action: "started" };
  if (index % 3 === 1) return { ...base, code: 7002, action: "submitted" };
  const [code, action, reason, state] = ends[session % ends.length]!;
  return { ...base, code, action, context: { reason, state } };
}

function hex(number: number, digits: number): string {
  return number.toString(16).padStart(digits, "0");
}
