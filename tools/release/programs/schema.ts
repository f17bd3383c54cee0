// The schemas go into a validator as they are, and take an event of tomorrow.
import { eventSchema, eventStrictSchema, type FlowEvent, type StrictFlowEvent } from "@flow-catalog/schema";
import { Ajv2020 } from "ajv/dist/2020.js";

const validate = new Ajv2020({ strict: true }).compile<FlowEvent>(eventSchema);
const strict = new Ajv2020({ strict: true }).compile<StrictFlowEvent>(eventStrictSchema);
const event = {
  id: "f04bdb47-d3be-4b28-b028-a652feb060b5",
  attemptId: "e30122d1-740b-4764-853f-470374a7abf4",
  feature: "selfid",
  code: 7007,
  action: "waiting_complete",
  context: { state: "rehearsal_screen_shown" },
};
console.log(JSON.stringify({ open: validate(event), strict: strict(event) }));
