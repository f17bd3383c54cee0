export { type ConfigProblem, checkConfig } from "./check-config.ts";
export { type Compiled, type CompileInput, type CompileResult, compile, hasErrors } from "./compile.ts";
export * from "./config.ts";
export { emptyLedger, type Ledger, type LedgerEntry, type LedgerTable, type LedgerVocabulary } from "./ledger.ts";
export { type Outline, outline, type PlacedTable } from "./outline.ts";
export type { Overlay, OverlayFile } from "./overlay.ts";
export { readOverlayFile } from "./overlay-file.ts";
export type { EntryPlaces, Places } from "./places.ts";
export { type CompileRule, rules as compileRules } from "./rules.ts";
