import { api } from "./api.ts";
import { contents } from "./contents.ts";
import { entries } from "./entries.ts";
import type { Gate } from "./gate.ts";
import { manifest } from "./manifest.ts";
import { maps } from "./maps.ts";
import { publint } from "./publint.ts";
import { runtimes } from "./runtimes.ts";
import { size } from "./size.ts";
import { types } from "./types.ts";
import { typesWrong } from "./types-wrong.ts";
import { unused } from "./unused.ts";
import { workflows } from "./workflows.ts";

/** In the order of what fails fastest. */
export const gates: readonly Gate[] = [
  manifest,
  entries,
  contents,
  maps,
  publint,
  typesWrong,
  api,
  size,
  workflows,
  unused,
  types,
  runtimes,
];
