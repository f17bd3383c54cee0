// What a reader of events writes with the types of the schemas.
import { FlowState } from "@flow-catalog/events";
import {
  type DocumentSchema,
  eventSchema,
  eventStrictSchema,
  type FlowEvent,
  type FlowStateValue,
  type OpenFlowState,
  type StrictFlowEvent,
  stateSchema,
  type VocabularySchema,
} from "@flow-catalog/schema";

const event: FlowEvent = {
  id: "1",
  feature: "selfid",
  code: 7011,
  action: "tomorrow",
  context: { state: "tomorrow", more: 1 },
  sentAt: 1,
};
export const state: OpenFlowState | null | undefined = event.context?.state;
export const more: unknown = event.sentAt;

export const strict: StrictFlowEvent = {
  id: "1",
  feature: "selfid",
  code: 7001,
  action: "started",
  context: { state: FlowState.ClientStarted },
};
export const tolerated: FlowEvent = { ...strict };

// @ts-expect-error: not a known action.
export const wrongAction: StrictFlowEvent = { id: "1", feature: "selfid", code: 7001, action: "tomorrow" };
// @ts-expect-error: not a documented property.
export const wrongProperty: StrictFlowEvent = { id: "1", feature: "selfid", code: 7001, action: "started", sentAt: 1 };
// @ts-expect-error: the code is a number.
export const wrongCode: FlowEvent = { id: "1", feature: "selfid", code: "7001", action: "started" };
// @ts-expect-error: an event has an action.
export const noAction: FlowEvent = { id: "1", feature: "selfid", code: 7001 };

export const vocabulary: VocabularySchema<FlowStateValue> = stateSchema;
export const first: FlowStateValue | undefined = stateSchema.oneOf[0]?.const;
export const documents: DocumentSchema[] = [eventSchema, eventStrictSchema];
