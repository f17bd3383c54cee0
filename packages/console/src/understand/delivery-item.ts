import type { DeliveredEvent, DeliveryItem } from "../api/types/index.ts";
import type { DeliveryRow, EventFacts, SecretId } from "../flow/delivery.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { secretMatch } from "./secrets.ts";
import { iso, type View } from "./view.ts";
import { whyNot } from "./why-not.ts";

/** A delivery in words, as a person of the view may see it. */
export function deliveryItem(
  row: DeliveryRow,
  view: View,
  catalog: CatalogIndex,
  secrets: readonly SecretId[],
): DeliveryItem {
  const { position, verdict, size } = row;
  const common = { position, verdict, receivedAt: iso(row.receivedAt), size };
  const none = { event: null, secret: null, warnings: [], hasBody: false, reprocessedAs: null };
  if (row.verdict === "rejected") return { ...common, ...none, why: whyNot(row.why), status: row.status };
  const secret = secretMatch(row.secretId, secrets);
  const signed = { ...common, ...none, status: 200, secret, hasBody: row.hasBody };
  if (row.verdict === "quarantined") return { ...signed, why: whyNot(row.why), reprocessedAs: row.reprocessedAs };
  return { ...signed, why: null, event: deliveredEvent(row.event, view, catalog), warnings: row.warnings };
}

function deliveredEvent(event: EventFacts, view: View, catalog: CatalogIndex): DeliveredEvent {
  return {
    session: view.ref(event.sessionId),
    sessionId: view.id(event.sessionId),
    attemptId: event.attemptId === null ? null : view.id(event.attemptId),
    action: catalog.actions.words(event.action),
    code: event.code,
    reason: catalog.reasons.optional(event.reason),
    state: catalog.states.optional(event.state),
  };
}
