export { type Decoded, decode } from "./decode.ts";
export type * from "./diagnostic.ts";
export type * from "./document.ts";
export { foldText } from "./fold.ts";
export { layoutOf, type ReadInput, type ReadResult, read } from "./read.ts";
export { type At, type Rule, report } from "./rule.ts";
export { type ReadRule, readRules } from "./rules.ts";
export type * from "./text-layout.ts";
export { writeMarkdown } from "./write/write-markdown.ts";
