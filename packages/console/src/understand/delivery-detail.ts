import type { DeliveryDetail } from "../api/types/index.ts";
import type { DeliveryRow, KeptDelivery, SecretId } from "../flow/delivery.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { deliveryItem } from "./delivery-item.ts";
import type { View } from "./view.ts";

/** All that is kept of a delivery. Its body only where ids are not masked: it holds them. */
export function deliveryDetail(
  kept: KeptDelivery,
  view: View,
  catalog: CatalogIndex,
  secrets: readonly SecretId[],
): DeliveryDetail {
  const item = deliveryItem(rowOf(kept), view, catalog, secrets);
  const nothing = { headers: {}, digest: null, catalogVersion: null, keys: [], body: null, masked: view.masked };
  if (kept.verdict === "rejected") return { ...item, ...nothing };
  const body = view.masked ? null : bodyText(kept);
  const signed = { ...item, ...nothing, headers: kept.headers, digest: kept.digest, body };
  if (kept.verdict === "quarantined") return { ...signed, keys: kept.keys };
  return { ...signed, catalogVersion: kept.catalogVersion };
}

/** The body as text, where one is kept; bytes that are not UTF-8 become U+FFFD. */
export function bodyText(kept: KeptDelivery): string | null {
  if (kept.verdict === "rejected" || kept.body === null) return null;
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(kept.body);
}

function rowOf(kept: KeptDelivery): DeliveryRow {
  if (kept.verdict === "rejected") return kept;
  if (kept.verdict === "quarantined") return { ...kept, hasBody: kept.body !== null };
  return { ...kept, hasBody: true };
}
