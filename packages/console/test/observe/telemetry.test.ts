import { context, type Span, type SpanOptions, type Tracer, trace } from "@opentelemetry/api";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp } from "../../src/api/app.ts";
import { accepted } from "../support/deliveries.ts";
import { memoryStore } from "../support/memory-store.ts";
import { partsWith } from "../support/parts.ts";

const session = "f04bdb47-d3be-4b28-b028-a652feb060b5";
const range = "from=2026-03-04T00:00:00Z&to=2026-03-05T00:00:00Z";

interface Ended {
  name: string;
  attributes: Record<string, unknown>;
}

/** As much of an OpenTelemetry SDK as tells which spans ended, and with what. */
function recordingTracer(ended: Ended[]): Tracer {
  const startSpan = (name: string, { attributes = {} }: SpanOptions = {}): Span => {
    const record: Ended = { name, attributes: { ...attributes } };
    const span = {
      updateName: (to: string) => void Object.assign(record, { name: to }),
      setAttribute: (key: string, value: unknown) => void Object.assign(record.attributes, { [key]: value }),
      setAttributes: (more: object) => void Object.assign(record.attributes, more),
      setStatus: () => {},
      end: () => void ended.push(record),
    };
    return span as unknown as Span;
  };
  const startActiveSpan = (name: string, options: SpanOptions, work: (span: Span) => unknown) =>
    context.with(context.active(), () => work(startSpan(name, options)));
  return { startSpan, startActiveSpan } as unknown as Tracer;
}

const ended: Ended[] = [];
beforeAll(() => void trace.setGlobalTracerProvider({ getTracer: () => recordingTracer(ended) }));
afterAll(() => trace.disable());

async function consoleWithSession() {
  const parts = partsWith();
  await parts.store.append([accepted(), accepted({ state: "new_screen_shown" })]);
  return createApp(parts);
}

describe("traces", () => {
  it("name routes and calls of the store, and nobody", async () => {
    const app = await consoleWithSession();
    ended.length = 0;
    await app.request(`/api/sessions/${session}`);
    const names = ended.map(({ name }) => name);
    expect(names).toContain("store.session");
    expect(names).toContain("store.sessionDeliveries");
    expect(ended.at(-1)).toEqual({
      name: "GET /api/sessions/:ref",
      attributes: {
        "http.request.method": "GET",
        "http.route": "/api/sessions/:ref",
        "http.response.status_code": 200,
      },
    });
    expect(JSON.stringify(ended)).not.toContain(session);
  });

  it("tell of an error only its kind", async () => {
    const store = { ...memoryStore(), session: () => Promise.reject(new RangeError(`no ${session}`)) };
    const app = createApp(partsWith({ store }));
    ended.length = 0;
    expect((await app.request(`/api/sessions/${session}`)).status).toBe(500);
    expect(ended.find(({ name }) => name === "store.session")?.attributes).toEqual({ "error.type": "RangeError" });
    expect(JSON.stringify(ended)).not.toContain(session);
  });
});

describe("figures for Prometheus", () => {
  it("say how the console and its requests are, by routes and not by addresses", async () => {
    const app = await consoleWithSession();
    await app.request(`/api/sessions/${session}`);
    await app.request(`/api/overview?${range}`);
    await app.request("/api/nothing");
    await app.request(`/${session}`);
    await app.request("/api/me", { method: "BREW" });
    await app.request("/metrics");
    const figures = await (await app.request("/metrics")).text();
    for (const line of [
      'flow_console_http_seconds_count{method="GET",route="/api/sessions/:ref",status="200"} 1',
      'flow_console_http_seconds_count{method="GET",route="/api/overview",status="200"} 1',
      'flow_console_http_seconds_count{method="GET",route="/api/*",status="404"} 1',
      'flow_console_http_seconds_count{method="GET",route="/metrics",status="200"} 1',
      "flow_console_store_up 1",
      "flow_console_store_head 2",
      "flow_console_store_durable 0",
      "flow_console_live_readers 0",
      "flow_console_unknown_values 1",
      "process_cpu_seconds_total",
    ]) {
      expect(figures).toContain(line);
    }
    expect(figures).toMatch(/method="other",route="[^"]+",status="40\d"/);
    expect(figures).not.toContain(session);
  });
});
