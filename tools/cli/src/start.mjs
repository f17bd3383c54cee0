// The entry. It is JavaScript so that the cache is on before any TypeScript is loaded: what the cache has need not be
// stripped of its types, and then the stripper itself, which takes longer to load than all of it, stays away.
import { enableCompileCache } from "node:module";

enableCompileCache();
await import("./main.ts");
