import type { HttpBindings } from "@hono/node-server";
import type { Me } from "./types/index.ts";

/** Who asks. */
export type Person = NonNullable<Me["person"]>;

/** What handlers find in their context. */
export interface AppEnv {
  /** Node's own request and response; absent in tests that ask the app directly. */
  Bindings: Partial<HttpBindings>;
  Variables: { readonly person: Person | null };
}
