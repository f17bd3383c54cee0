export type * from "./diagnostic.ts";
export type * from "./document.ts";
export { foldText } from "./fold.ts";
export { type At, type Rule, report } from "./rule.ts";
export type * from "./text-layout.ts";
