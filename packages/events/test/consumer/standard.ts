// The schemas fit where a Standard Schema is asked for, and say what they take and give.
import type { EventAction, EventActionValue, OpenFlowState } from "@flow-catalog/events";
import {
  eventActionSchema,
  openFlowStateSchema,
  type StandardResult,
  type StandardVocabulary,
} from "@flow-catalog/events/standard";
import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec";

export const closed: StandardSchemaV1<EventActionValue, EventAction> = eventActionSchema;
export const open: StandardSchemaV1<OpenFlowState> = openFlowStateSchema;
export const both: (StandardSchemaV1 & StandardJSONSchemaV1)[] = [eventActionSchema, openFlowStateSchema];
export const text: StandardSchemaV1<string, unknown> = eventActionSchema;

export const given: StandardSchemaV1.InferInput<typeof eventActionSchema> = "started";
export const taken: EventAction = null as unknown as StandardSchemaV1.InferOutput<typeof eventActionSchema>;
// @ts-expect-error: not a known action.
export const wrong: StandardSchemaV1.InferInput<typeof eventActionSchema> = "tomorrow";
export const tomorrow: StandardSchemaV1.InferInput<typeof openFlowStateSchema> = "tomorrow";

export function read<T>(schema: StandardVocabulary<unknown, T>, value: unknown): T | string {
  const result: StandardResult<T> = schema["~standard"].validate(value);
  return result.issues === undefined ? result.value : (result.issues[0]?.message ?? "");
}
export const action: EventAction | string = read(eventActionSchema, "started");
