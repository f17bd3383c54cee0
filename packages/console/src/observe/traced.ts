import { type Attributes, type Span, SpanKind, SpanStatusCode, trace } from "@opentelemetry/api";
import type { EventStore } from "../store/event-store.ts";

const tracer = trace.getTracer("flow-console");

/**
 * Runs work in a span. Without an OpenTelemetry SDK in the process this costs next to nothing and goes nowhere. Of an
 * error, only its kind is told: its message may quote what came from outside.
 */
export function traced<Value>(
  name: string,
  options: { readonly kind?: SpanKind; readonly attributes?: Attributes },
  work: (span: Span) => Promise<Value>,
): Promise<Value> {
  return tracer.startActiveSpan(name, options, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      span.setAttribute("error.type", error instanceof Error ? error.name : "unknown");
      span.setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  });
}

type Call = (...given: readonly unknown[]) => unknown;

/** The same store, with a span around each call that gives a promise. */
export function tracedStore(store: EventStore): EventStore {
  return new Proxy(store, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function" || typeof name !== "string") return member;
      const call = (member as Call).bind(target);
      if (name === "exportDeliveries") return call;
      return (...given: readonly unknown[]) =>
        traced(`store.${name}`, { kind: SpanKind.CLIENT }, async () => call(...given));
    },
  });
}
