import type { EventDelivery } from "./delivery.ts";
import { WebhookError } from "./error.ts";
import type { EventKind, FlowEvent, FlowEventOf, KnownFlowEvent, UnknownFlowEvent } from "./event.ts";
import type { Received, ReceiveResult } from "./result.ts";

/** Takes an event. The answer waits for the promise; if it throws or rejects, the answer is 500 and the sender retries. */
export type EventCallback<E extends FlowEvent = FlowEvent> = (event: E, delivery: EventDelivery) => unknown;

/** One callback for each kind, `unknown` included. */
export type EventCallbacks = { readonly [Kind in EventKind]: EventCallback<FlowEventOf<Kind>> };

/**
 * What to do with deliveries: `onEvent` for events whose action the catalog knows beside `onUnknown` for all others, or
 * `onEvent` with one callback for each kind.
 */
export type HandlerOptions = {
  /**
   * Told of every delivery that is not answered 200, `handler_failed` included. `delivery` is set where the signature
   * was right. What it throws is dropped. Absent: `handler_failed` goes to `console.error`, the others nowhere.
   */
  readonly onError?: ((error: WebhookError, delivery: EventDelivery | null) => unknown) | undefined;
} & (
  | {
      /** One callback for each kind. */
      readonly onEvent: EventCallbacks;
      readonly onUnknown?: undefined;
    }
  | {
      /** Takes the events whose action the catalog knows. */
      readonly onEvent: EventCallback<KnownFlowEvent>;
      /** Takes all others. They are answered like every event: refusing one would only bring it back for a week. */
      readonly onUnknown: EventCallback<UnknownFlowEvent>;
    }
);

/** What to answer. */
export interface Answer {
  readonly status: number;
  /** Empty, or the code of the error: nothing that a stranger may not know. */
  readonly body: string;
}

/** Hands a result to the callbacks and says what to answer. Never rejects. */
export async function answerOf(result: ReceiveResult, options: HandlerOptions): Promise<Answer> {
  const error = result.ok ? await failureOf(result, options) : result.error;
  if (!error) return { status: 200, body: "" };
  try {
    await (options.onError ?? reportFailure)(error, result.delivery);
  } catch {
    // A reporter that fails must neither change the answer nor end the process.
  }
  return { status: error.status, body: error.code };
}

async function failureOf({ event, delivery }: Received, options: HandlerOptions): Promise<WebhookError | undefined> {
  try {
    await callbackFor(event, options)(event, delivery);
    return undefined;
  } catch (cause) {
    return new WebhookError("handler_failed", { cause });
  }
}

/** The options make sure that a callback takes the kinds it is given for, which the compiler cannot follow. */
function callbackFor(event: FlowEvent, { onEvent, onUnknown }: HandlerOptions): EventCallback {
  if (onUnknown && event.kind === "unknown") return onUnknown as EventCallback;
  if (typeof onEvent === "function") return onEvent as EventCallback;
  // A catalog that is newer than this program may know a kind that the program has no callback for.
  return (onEvent[event.kind] ?? onEvent.unknown) as EventCallback;
}

function reportFailure(error: WebhookError): void {
  // biome-ignore lint/suspicious/noConsole: without onError, this is the only trace of why the program's callback failed.
  if (error.code === "handler_failed") console.error(error);
}
