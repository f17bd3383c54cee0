import { Fragment, useId, useState } from "react";
import type { AttemptFilter, StageCount } from "../../../../src/api/types/index.ts";
import { formatShare, nothing } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Section } from "../../ui/page.tsx";
import { Code, Foreign, Tag } from "../../ui/text.tsx";
import { Bar } from "./bar.tsx";
import { Change } from "./change.tsx";
import { NumberLink } from "./number-link.tsx";

/** Stages in the order of the flow, each with the states in which people ended. Its bars are its table. */
export function Stages({
  filter,
  stages,
  total,
}: {
  readonly filter: AttemptFilter;
  readonly stages: readonly StageCount[];
  readonly total: number;
}) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const id = useId();
  const most = Math.max(1, ...stages.flatMap(({ now, reached }) => [now, reached?.now ?? 0]));
  const toggle = (value: string) =>
    setOpen(new Set(open.has(value) ? [...open].filter((one) => one !== value) : [...open, value]));
  const openable = stages.filter(({ states }) => states.length > 0).map(({ value }) => value);
  const allOpen = openable.every((value) => open.has(value));
  return (
    <Section
      title="Where people ended"
      note="Events say where a person was when the flow stopped; there is none for each screen on the way. So only the last stage of an attempt is known, and that it went through the ones before is inferred."
      actions={
        <Button kind="quiet" onPress={() => setOpen(new Set(allOpen ? [] : openable))}>
          {allOpen ? "Hide states" : "Show all states"}
        </Button>
      }
    >
      <div className="table-frame">
        <table className="table stages">
          <caption className="visually-hidden">Attempts by the stage and state in which they ended</caption>
          <thead>
            <tr>
              <th scope="col">Stage</th>
              <th scope="col" className="bar-column">
                <span className="bar-key">
                  <span className="bar-key-solid" /> ended here <span className="bar-key-dashed" /> got this far,
                  inferred
                </span>
              </th>
              <th scope="col" className="end">
                Ended here
              </th>
              <th scope="col" className="end">
                Share
              </th>
              <th scope="col" className="end">
                Change
              </th>
              <th scope="col" className="end">
                Got this far
              </th>
            </tr>
          </thead>
          <tbody>
            {stages.map((stage, index) => {
              const isOpen = open.has(stage.value);
              return (
                <Fragment key={stage.value}>
                  <tr className={stage.value === "?" && stage.now > 0 ? "stage stage-lost" : "stage"}>
                    <th scope="row">
                      {stage.states.length === 0 ? (
                        <span className="stage-title">{stage.title}</span>
                      ) : (
                        <button
                          type="button"
                          className="stage-title"
                          aria-expanded={isOpen}
                          aria-controls={`${id}-${index}`}
                          onClick={() => toggle(stage.value)}
                        >
                          {stage.title}
                        </button>
                      )}
                    </th>
                    <td className="bar-column">
                      <Bar value={stage.now} most={most} outline={stage.reached?.now ?? null} />
                    </td>
                    <td className="end" data-title="Ended here">
                      <NumberLink
                        value={stage.now}
                        of={`ended in ${stage.title}`}
                        filter={filter}
                        narrowed={{ stage: stage.value }}
                      />
                    </td>
                    <td className="end" data-title="Share">
                      {formatShare(stage.now, total)}
                    </td>
                    <td className="end" data-title="Change">
                      <Change now={stage.now} before={stage.before} />
                    </td>
                    <td className="end faint" data-title="Got this far, inferred">
                      {stage.reached === null ? (
                        nothing
                      ) : (
                        <NumberLink
                          value={stage.reached.now}
                          of={`got as far as ${stage.title}, inferred`}
                          filter={filter}
                          narrowed={{ reached: furthest(stages, stage.value, filter.reached) }}
                        />
                      )}
                    </td>
                  </tr>
                  {isOpen &&
                    stage.states.map((state, row) => (
                      <tr key={state.value} className="state" id={row === 0 ? `${id}-${index}` : undefined}>
                        <th scope="row">
                          <span title={state.description ?? undefined}>
                            <Foreign>{state.title}</Foreign>
                          </span>{" "}
                          <Code>{state.value}</Code>{" "}
                          {state.lane !== null && state.lane !== "main" && <Tag>{state.lane.replaceAll("_", " ")}</Tag>}
                          {!state.known && <Tag kind="warn">not in the catalog</Tag>}
                        </th>
                        <td className="bar-column">
                          <Bar value={state.now} most={most} />
                        </td>
                        <td className="end" data-title="Ended here">
                          <NumberLink
                            value={state.now}
                            of={`ended in ${state.title}`}
                            filter={filter}
                            narrowed={{ state: state.value }}
                          />
                        </td>
                        <td className="end" data-title="Share">
                          {formatShare(state.now, total)}
                        </td>
                        <td className="end" data-title="Change">
                          <Change now={state.now} before={state.before} />
                        </td>
                        <td className="end" />
                      </tr>
                    ))}
                </Fragment>
              );
            })}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

/** Of attempts that got as far as one stage, those that got as far as another: whoever reached the later one. */
function furthest(stages: readonly StageCount[], stage: string, other: string | undefined): string {
  const placeOf = (one: string | undefined) => stages.findIndex(({ value }) => value === one);
  return other !== undefined && placeOf(other) > placeOf(stage) ? other : stage;
}
