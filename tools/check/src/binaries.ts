import { delimiter, join, resolve } from "node:path";

/** The repository that this file stands in. */
export const repository = resolve(import.meta.dirname, "../../..");

/** Where the repository's own programs stand. */
export const binaries = join(repository, "node_modules/.bin");

/** An environment in which they come first, and in which no program asks whether there is a newer one. */
export function withBinaries(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return { ...env, PATH: `${binaries}${delimiter}${env.PATH ?? ""}`, NO_UPDATE_NOTIFIER: "1" };
}
