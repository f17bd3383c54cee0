import type { Random } from "./random.ts";

/** A decision as another webhook sends it: signed and JSON, but no event, and full of what must not be kept. */
export function decision(random: Random): Readonly<Record<string, unknown>> {
  return {
    status: "success",
    verification: {
      id: random.uuid(),
      code: 9001,
      status: "approved",
      person: { firstName: "Made", lastName: "Up", dateOfBirth: "1990-01-01" },
      document: { type: "PASSPORT", country: "EE", number: "X0000000" },
    },
    technicalData: { ip: "192.0.2.1" },
  };
}
