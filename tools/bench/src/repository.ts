import { resolve } from "node:path";

/** The repository that this program stands in. */
export const repository: string = resolve(import.meta.dirname, "../../..");
