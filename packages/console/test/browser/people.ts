import { randomUUID } from "node:crypto";
import { codeOf } from "@flow-catalog/events";

/** An event of one person as it goes over the wire. */
export function eventOf(
  person: Person,
  action: string,
  context?: { readonly reason?: string; readonly state?: string },
) {
  const { sessionId, attemptId, vendorData, endUserId } = person;
  const known = codeOf(action as Parameters<typeof codeOf>[0]);
  return {
    ...{ id: sessionId, attemptId, feature: "selfid", code: known ?? 7999, action, vendorData, endUserId },
    ...(context && { context }),
  };
}

export type Person = ReturnType<typeof newPerson>;

export function newPerson(vendorData = `customer ${randomUUID().slice(0, 8)}`) {
  return { sessionId: randomUUID(), attemptId: randomUUID(), endUserId: randomUUID(), vendorData };
}
