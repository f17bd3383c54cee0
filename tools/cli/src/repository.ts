import { resolve } from "node:path";

/** The repository that this program stands in. */
export const repository: string = resolve(import.meta.dirname, "../../..");

/** The configuration that is meant when none is named. */
export const defaultConfig: string = resolve(repository, "docs/catalog.config.ts");
