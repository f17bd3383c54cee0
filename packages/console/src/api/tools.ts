import type { Context, MiddlewareHandler } from "hono";
import { createSeal, type Seal } from "../guard/seal.ts";
import { operatorView, viewerView } from "../guard/views.ts";
import type { Parts } from "../server/parts.ts";
import type { CatalogIndex } from "../understand/catalog-index.ts";
import type { View } from "../understand/view.ts";
import { type Cursors, createCursors } from "./cursors.ts";
import type { AppEnv, Person } from "./env.ts";
import { lazily } from "./lazily.ts";
import { ProblemError } from "./problem.ts";

/** What every resource of the API works with. */
export interface Tools {
  readonly parts: Parts;
  readonly catalog: CatalogIndex;
  /** Seals and opens references to sessions. */
  readonly seal: () => Promise<Seal>;
  readonly cursors: Cursors;
  /** How ids look to whoever asks. */
  view(context: Context<AppEnv>): Promise<View>;
}

export function createTools(parts: Parts, catalog: CatalogIndex): Tools {
  const seal = lazily(async () => createSeal(await parts.store.key("references")));
  const views = lazily(async () => {
    const made = await seal();
    return { operator: operatorView(made), viewer: viewerView(made) };
  });
  return {
    parts,
    catalog,
    seal,
    cursors: createCursors(parts.store),
    view: async (context) => (await views())[personOf(context).role],
  };
}

/** Who asks, where nobody gets through without a sign-in. */
export function personOf(context: Context<AppEnv>): Person {
  const { person } = context.get("visitor");
  if (person === null) throw new ProblemError(401, { code: "sign_in_needed", message: "Sign in first." });
  return person;
}

/** Lets operators through, and nobody else. */
export const operatorOnly: MiddlewareHandler<AppEnv> = async (context, next) => {
  if (personOf(context).role !== "operator") {
    throw new ProblemError(403, { code: "operators_only", message: "Only operators may do this." });
  }
  await next();
};
