export type { Delivery } from "./core/delivery.ts";
export type { WebhookHeaders } from "./core/headers.ts";
export type { RawRequest, WebhookInput } from "./core/input.ts";
export type { WebhookOptions } from "./core/options.ts";
export type { EventDelivery } from "./delivery.ts";
export { WebhookError, type WebhookErrorCode } from "./error.ts";
export type {
  EventContext,
  EventKind,
  FlowEvent,
  FlowEventOf,
  KnownEventKind,
  KnownFlowEvent,
  UnknownFlowEvent,
} from "./event.ts";
export type { EventCallback, EventCallbacks, HandlerOptions } from "./handler.ts";
export type { Received, ReceiveResult, Refused } from "./result.ts";
export type { Warning, WarningCode } from "./warning.ts";
export type { Webhooks } from "./webhooks.ts";
