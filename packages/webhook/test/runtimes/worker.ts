import { outcome } from "./program.ts";

// A module worker: answers every request with the outcome.
export default { fetch: async () => Response.json(await outcome()) };
