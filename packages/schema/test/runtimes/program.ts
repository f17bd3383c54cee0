import * as schemas from "@flow-catalog/schema";
import event from "@flow-catalog/schema/event.json" with { type: "json" };
import state from "@flow-catalog/schema/state.json" with { type: "json" };

/** The schemas are there as constants and as files, and are the same. */
export async function outcome(): Promise<{ checks: number; failures: string[] }> {
  const failures: string[] = [];
  let checks = 0;
  const check = (name: string, given: unknown, wanted: unknown) => {
    checks++;
    if (JSON.stringify(given) !== JSON.stringify(wanted)) failures.push(name);
  };
  check("event.json is the constant", event, schemas.eventSchema);
  check("state.json is the constant", state, schemas.stateSchema);
  for (const [name, { $id, $schema }] of Object.entries(schemas)) {
    check(`${name} has an identifier`, $id.startsWith("urn:flow-catalog:"), true);
    check(`${name} is of 2020-12`, $schema, "https://json-schema.org/draft/2020-12/schema");
  }
  return { checks, failures };
}
