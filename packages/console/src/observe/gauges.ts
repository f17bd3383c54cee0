import { collectDefaultMetrics, Gauge } from "prom-client";
import type { Parts } from "../server/parts.ts";
import type { CatalogIndex } from "../understand/catalog-index.ts";
import { unknownOf } from "../understand/unknown.ts";

/** Registers what is looked up when somebody scrapes: the process, the store, live readers, unknown values. */
export function registerGauges({ store, live, metrics }: Parts, catalog: CatalogIndex): void {
  const registers = [metrics];
  collectDefaultMetrics({ register: metrics });
  const up = new Gauge({ name: "flow_console_store_up", help: "1 while the store answers, else 0", registers });
  const bytes = new Gauge({ name: "flow_console_store_bytes", help: "Bytes that the store takes", registers });
  const durable = new Gauge({
    name: "flow_console_store_durable",
    help: "1 where an acknowledged delivery survives a loss of power, else 0",
    registers,
  });
  new Gauge({
    name: "flow_console_store_head",
    help: "Position of the last delivery kept",
    registers,
    async collect() {
      try {
        const health = await store.health();
        up.set(1);
        durable.set(health.durable ? 1 : 0);
        if (health.bytes !== null) bytes.set(health.bytes);
        this.set(health.head);
      } catch {
        up.set(0);
      }
    },
  });
  new Gauge({
    name: "flow_console_live_readers",
    help: "Live streams that are open",
    registers,
    collect() {
      this.set(live.readers);
    },
  });
  new Gauge({
    name: "flow_console_unknown_values",
    help: "Different values that arrived and that the catalog does not know",
    registers,
    async collect() {
      const seen = await store.values().catch(() => null);
      if (seen !== null) this.set(unknownOf(seen, catalog).length);
    },
  });
}
