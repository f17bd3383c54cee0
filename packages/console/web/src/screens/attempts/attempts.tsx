import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { AttemptItem, AttemptTotal } from "../../../../src/api/types/index.ts";
import { attemptsPath } from "../../api/queries.ts";
import { formatCount, formatMany, formatRange } from "../../lib/format.ts";
import { filterOf } from "../../lib/url.ts";
import { useLiveList } from "../../live/use-live-list.ts";
import { More } from "../../ui/more.tsx";
import { Newer } from "../../ui/newer.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { Id, Moment, Tag } from "../../ui/text.tsx";
import { Filters } from "./filters.tsx";

/** The attempts behind a number of the overview. */
export function Attempts() {
  const search = useSearch({ from: "/attempts" });
  const navigate = useNavigate({ from: "/attempts" });
  const { query, live } = useLiveList<AttemptItem, AttemptTotal>({
    name: "attempts",
    asked: JSON.stringify(search),
    filterAt: (now) => filterOf(search, now),
    keyOf: ({ session, attemptId, lastAt, deliveries }) => [session, attemptId, lastAt, deliveries].join(" "),
  });
  const filter = filterOf(search, live.now);
  const total = query.data?.pages[0]?.total;
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={total === undefined ? "Attempts" : formatMany(total, "attempt")}
      tab="Attempts"
      lead={`First seen ${formatRange(filter.from, filter.to, live.now)}.`}
      actions={
        <>
          <Link to="/" search={search} className="button button-plain">
            In the overview
          </Link>
          <a className="button button-plain" href={attemptsPath(filter, ".csv")} download="attempts.csv">
            CSV
          </a>
        </>
      }
    >
      <div className="toolbar">
        <Filters search={search} onChange={(changed) => void navigate({ search: changed })} />
      </div>
      <Loaded query={query}>
        {() => (
          <Newer list={live}>
            {rows.length === 0 ? (
              <Empty title="No attempt matches.">
                <p>
                  Remove a filter, or choose a longer time in the{" "}
                  <Link to="/" search={search}>
                    overview
                  </Link>
                  .
                </p>
              </Empty>
            ) : (
              <>
                <Table
                  caption="Attempts"
                  rows={rows}
                  keyOf={({ session, attemptId }) => `${session} ${attemptId}`}
                  columns={[
                    { title: "First seen", cell: ({ firstAt }) => <Moment at={firstAt} /> },
                    {
                      title: "What happened",
                      isHeading: true,
                      cell: ({ session, outcome }) => (
                        <Link to="/sessions/$ref" params={{ ref: session }} className="row-link">
                          {outcome.sentence}
                        </Link>
                      ),
                    },
                    {
                      title: "Ended in",
                      cell: ({ outcome: { stage, state, lane } }) => (
                        <>
                          {stage?.title ?? (state === null ? "No state" : "Not placed")}{" "}
                          {lane !== null && lane.value !== "main" && <Tag>{lane.title}</Tag>}
                        </>
                      ),
                    },
                    { title: "Session", cell: ({ sessionId }) => <Id>{sessionId}</Id> },
                    { title: "Deliveries", align: "end", cell: ({ deliveries }) => formatCount(deliveries) },
                  ]}
                />
                <More query={query} />
              </>
            )}
          </Newer>
        )}
      </Loaded>
    </Page>
  );
}
