import type { NewDelivery } from "../flow/delivery.ts";

/** Deliveries for a thread: a body that is a view of a part of a buffer would take the whole buffer along. */
export function withoutBuffers(batch: readonly NewDelivery[]): readonly NewDelivery[] {
  return batch.map((delivery) => {
    if (delivery.verdict === "rejected" || delivery.body === null) return delivery;
    const { body } = delivery;
    return body.byteLength < body.buffer.byteLength ? { ...delivery, body: new Uint8Array(body) } : delivery;
  });
}
