import { Validator } from "@cfworker/json-schema";
import { eventSchema, eventStrictSchema } from "@flow-catalog/schema";
import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mutatedEvent } from "./samples.ts";

const RUNS = 10_000;
/** A failure prints it with the path to its example, and means the same on every machine. */
const SEED = 20_250_507;

describe.each(Object.entries({ event: eventSchema, "event.strict": eventStrictSchema }))("%s.json", (_, schema) => {
  const ajv = new Ajv2020({ strict: true }).compile(schema);
  const cfworker = new Validator(structuredClone<object>(schema), "2020-12");

  it(`means the same to two validators that share no code, for ${RUNS} events`, () => {
    const verdicts = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(mutatedEvent, (event) => {
        const accepted = ajv(event);
        expect(cfworker.validate(event).valid).toBe(accepted);
        verdicts[accepted ? "accepted" : "refused"]++;
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(verdicts.accepted + verdicts.refused).toBe(RUNS);
    for (const count of Object.values(verdicts)) expect(count).toBeGreaterThan(RUNS / 5);
  });
});
