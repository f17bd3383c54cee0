import type { Share, StageCount } from "../api/types/index.ts";
import type { CatalogIndex } from "./catalog-index.ts";
import { notPlaced } from "./catalog-index.ts";
import { none } from "./facets.ts";
import { reachedBy } from "./reached.ts";
import { type Selection, tally } from "./selection.ts";
import { type Both, sharesOf } from "./shares.ts";

/**
 * Where people ended: every stage in the order of the flow, reached or not, then the states that no stage is known for,
 * then the attempts that ended without a state.
 */
export function stageCounts(both: Both, catalog: CatalogIndex): readonly StageCount[] {
  const shares = new Map(sharesOf(both, "stage", catalog).map((share) => [share.value, share]));
  const states = sharesOf(both, "state", catalog);
  const reachedIn = (selection: Selection) => tally(selection, ({ facets }) => reachedBy(facets.stage, catalog));
  const reached = { now: reachedIn(both.now), before: reachedIn(both.before) };
  const stageOf = (state: Share) => (state.value === none ? none : (catalog.stageOf(state.value)?.value ?? none));
  const lane = (state: Share) => catalog.laneOf(state.value)?.value ?? null;
  const ends = [
    { ...notPlaced, description: "States that the catalog has no stage for, most of them new.", known: false },
    {
      value: none,
      title: "No state given",
      description: "The event that tells the outcome carried no state.",
      known: true,
    },
  ];
  return [...catalog.stages.map((stage) => ({ ...stage, description: null, known: true })), ...ends].map((stage) => ({
    ...stage,
    now: shares.get(stage.value)?.now ?? 0,
    before: shares.get(stage.value)?.before ?? 0,
    reached: catalog.order.includes(stage.value)
      ? { now: reached.now.get(stage.value) ?? 0, before: reached.before.get(stage.value) ?? 0 }
      : null,
    states:
      stage.value === none
        ? []
        : states.filter((state) => stageOf(state) === stage.value).map((state) => ({ ...state, lane: lane(state) })),
  }));
}
