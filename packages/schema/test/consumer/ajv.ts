// The constants go into a validator as they are.
import { eventSchema, type FlowEvent, stateSchema } from "@flow-catalog/schema";
import { Ajv2020 } from "ajv/dist/2020.js";

const ajv = new Ajv2020({ strict: true, schemas: [stateSchema] });
export const validate = ajv.compile<FlowEvent>(eventSchema);

export function read(body: unknown): string | number {
  return validate(body) ? body.code : "not an event";
}
