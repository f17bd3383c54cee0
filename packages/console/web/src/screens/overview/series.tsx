import { useState } from "react";
import type { Overview, SeriesPoint } from "../../../../src/api/types/index.ts";
import { now } from "../../lib/clock.ts";
import { areOfThisYear, formatBucket, formatCount } from "../../lib/format.ts";
import { bucketEnd } from "../../lib/url.ts";
import { Choice } from "../../ui/choice.tsx";
import { Section } from "../../ui/page.tsx";
import { Table } from "../../ui/table.tsx";
import { NumberLink } from "./number-link.tsx";
import { SeriesChart } from "./series-chart.tsx";

/** Attempts over time by what they were seen to do, as a chart or as a table of the same numbers. */
export function Series({ overview }: { readonly overview: Overview }) {
  const [view, setView] = useState("chart");
  return (
    <Section
      title="Over time"
      actions={
        <Choice
          label="Show as"
          value={view}
          options={[
            { value: "chart", title: "Chart" },
            { value: "table", title: "Table" },
          ]}
          onChange={setView}
        />
      }
    >
      {view === "chart" ? <SeriesChart overview={overview} /> : <SeriesTable overview={overview} />}
    </Section>
  );
}

interface Row {
  readonly current: SeriesPoint;
  /** Of the time before. */
  readonly before: SeriesPoint | undefined;
}

function SeriesTable({ overview }: { readonly overview: Overview }) {
  const { series, seriesBefore, seriesBy, seen, filter } = overview;
  const year = !areOfThisYear(
    series.map(({ at }) => at),
    now(),
  );
  const words = (at: string) => formatBucket(at, seriesBy, { year });
  return (
    <Table
      caption={`Attempts by ${seriesBy}, by the moment their first event arrived`}
      rows={series.map((current, index) => ({ current, before: seriesBefore[index] }))}
      keyOf={({ current }) => current.at}
      columns={[
        {
          title: seriesBy === "hour" ? "Hour" : "Day",
          cell: ({ current: { at } }) => <time dateTime={at}>{words(at)}</time>,
        },
        ...[{ key: "attempts" as const, title: "Attempts" }, ...seen].map(({ key, title }) => ({
          title,
          align: "end" as const,
          cell: ({ current, before }: Row) => (
            <>
              <NumberLink
                value={current[key]}
                of={`${title.toLowerCase()}, ${words(current.at)}`}
                filter={filter}
                narrowed={{
                  from: latest(current.at, filter.from),
                  to: bucketEnd(current.at, seriesBy, filter.to),
                  ...(key === "attempts" ? {} : { seen: key }),
                }}
              />
              {before !== undefined && <span className="before">was {formatCount(before[key])}</span>}
            </>
          ),
        })),
      ]}
    />
  );
}

/** A day can begin before the range does. */
function latest(a: string, b: string): string {
  return new Date(Math.max(Date.parse(a), Date.parse(b))).toISOString();
}
