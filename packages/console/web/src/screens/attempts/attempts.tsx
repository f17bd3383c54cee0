import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { attemptsPath, attemptsQuery } from "../../api/queries.ts";
import { formatCount, formatMany, formatRange } from "../../lib/format.ts";
import { filterOf } from "../../lib/url.ts";
import { More } from "../../ui/more.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { Id, Moment, Tag } from "../../ui/text.tsx";
import { Filters } from "./filters.tsx";

/** The attempts behind a number of the overview. */
export function Attempts() {
  const search = useSearch({ from: "/attempts" });
  const navigate = useNavigate({ from: "/attempts" });
  const filter = filterOf(search, Date.now());
  const query = useInfiniteQuery(attemptsQuery(filter));
  const total = query.data?.pages[0]?.total;
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title={total === undefined ? "Attempts" : formatMany(total, "attempt")}
      tab="Attempts"
      lead={`First seen ${formatRange(filter.from, filter.to)}.`}
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
        {() =>
          rows.length === 0 ? (
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
          )
        }
      </Loaded>
    </Page>
  );
}
