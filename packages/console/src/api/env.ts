import type { HttpBindings } from "@hono/node-server";
import type { Visitor } from "../guard/visitor.ts";
import type { Me } from "./types/index.ts";

/** Somebody who is signed in. */
export type Person = NonNullable<Me["person"]>;

/** What handlers find in their context. */
export interface AppEnv {
  /** Node's own request and response; absent in tests that ask the app directly. */
  Bindings: Partial<HttpBindings>;
  Variables: {
    /** Set for everything under `/api`. */
    readonly visitor: Visitor;
  };
}
