export type * from "./audit.ts";
export type * from "./common.ts";
export type * from "./delivery.ts";
export type * from "./health.ts";
export type * from "./me.ts";
export type * from "./overview.ts";
export type * from "./session.ts";
export type * from "./value.ts";
