import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { Verdict } from "../flow/delivery.ts";
import type { ReceiverStatus } from "../server/parts.ts";
import { measurements } from "./measurements.ts";

/** What the receiver counts: for the health page, and the same for Prometheus. */
export interface Instruments {
  /** @param secretIndex The place of the secret in today's settings. */
  kept(verdict: Exclude<Verdict, "rejected">, at: number, secretIndex: number): void;
  refused(why: string): void;
  failed(): void;
  overloaded(): void;
  /** @param milliseconds From the arrival of a request to its answer. */
  answered(milliseconds: number): void;
  committed(size: number): void;
  status(): Omit<ReceiverStatus, "waiting" | "waitingLimit">;
}

/** @param now What the gauges show. */
export function instruments(registry: Registry, now: { waiting(): number; dropped(): number }): Instruments {
  const registers = [registry];
  const deliveries = new Counter({
    name: "flow_console_deliveries_total",
    help: "Deliveries answered, by what became of them: accepted, quarantined, or the reason why not",
    labelNames: ["result"],
    registers,
  });
  const signed = new Counter({
    name: "flow_console_signed_deliveries_total",
    help: "Deliveries kept, by the secret that made the signature: the current one, which stands first, or an old one",
    labelNames: ["secret"],
    registers,
  });
  for (const secret of ["current", "old"]) signed.inc({ secret }, 0);
  const seconds = new Histogram({
    name: "flow_console_receive_seconds",
    help: "From the arrival of a delivery to its answer",
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers,
  });
  const sizes = new Histogram({
    name: "flow_console_batch_size",
    help: "Deliveries that shared one commit",
    buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000],
    registers,
  });
  new Gauge({
    name: "flow_console_waiting",
    help: "Deliveries that are being read or wait for their commit",
    registers,
    collect() {
      this.set(now.waiting());
    },
  });
  new Gauge({
    name: "flow_console_rejections_dropped",
    help: "Rejected deliveries that were counted, but not kept, because there were too many",
    registers,
    collect() {
      this.set(now.dropped());
    },
  });

  const batchSizes = measurements();
  const latency = measurements();
  const count = { accepted: 0, quarantined: 0, rejected: 0, overloaded: 0, failed: 0 };
  let lastAt: number | null = null;

  return {
    kept(verdict, at, secretIndex) {
      count[verdict]++;
      deliveries.inc({ result: verdict });
      signed.inc({ secret: secretIndex === 0 ? "current" : "old" });
      lastAt = at;
    },
    refused(why) {
      count.rejected++;
      deliveries.inc({ result: why });
    },
    failed() {
      count.failed++;
      deliveries.inc({ result: "store_failed" });
    },
    overloaded() {
      count.overloaded++;
      deliveries.inc({ result: "overloaded" });
    },
    answered(milliseconds) {
      latency.add(milliseconds);
      seconds.observe(milliseconds / 1_000);
    },
    committed(size) {
      batchSizes.add(size);
      sizes.observe(size);
    },
    status: () => ({
      ...count,
      batchSizes: batchSizes.summary(),
      latency: latency.summary(),
      lastAt,
    }),
  };
}
