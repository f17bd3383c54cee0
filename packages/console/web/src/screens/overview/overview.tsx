import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import type { Overview } from "../../../../src/api/types/index.ts";
import { overviewPath, overviewQuery } from "../../api/queries.ts";
import { formatRange } from "../../lib/format.ts";
import { filterOf } from "../../lib/url.ts";
import { useHour } from "../../live/use-hour.ts";
import { Page, Section } from "../../ui/page.tsx";
import { RejectedInstead } from "../../ui/rejected-instead.tsx";
import { SendByHand } from "../../ui/send-by-hand.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { Filters } from "../attempts/filters.tsx";
import { RangePicker } from "./range-picker.tsx";
import { Series } from "./series.tsx";
import { Shares } from "./shares.tsx";
import { Stages } from "./stages.tsx";
import { Tiles } from "./tiles.tsx";

export function OverviewScreen() {
  const search = useSearch({ from: "/" });
  const navigate = useNavigate({ from: "/" });
  const now = useHour();
  const filter = filterOf(search, now);
  const query = useQuery(overviewQuery(filter));
  return (
    <Page
      title="Overview"
      lead={`${formatRange(filter.from, filter.to, now)}, compared with the same length of time before.`}
      actions={
        <a className="button button-plain" href={overviewPath(filter, ".csv")} download="overview.csv">
          CSV
        </a>
      }
    >
      <div className="toolbar">
        <RangePicker search={search} onChange={(time) => void navigate({ search: { ...search, ...time } })} />
        <Filters search={search} onChange={(changed) => void navigate({ search: changed })} />
      </div>
      <Loaded query={query}>
        {(overview) =>
          overview.attempts.now + overview.attempts.before === 0 ? <NoAttempts /> : <Numbers overview={overview} />
        }
      </Loaded>
    </Page>
  );
}

function Numbers({ overview }: { readonly overview: Overview }) {
  const { filter, stages, reasons, breakdowns } = overview;
  const total = overview.attempts.now;
  return (
    <>
      <Tiles overview={overview} />
      <Series overview={overview} />
      <Stages filter={filter} stages={stages} total={total} />
      <div className="columns">
        <Section title="Reasons">
          <Shares filter={filter} by="reason" title="Reason" shares={reasons} total={total} />
        </Section>
        {breakdowns.map(({ by, title, shares }) => (
          <Section key={by} title={title}>
            <Shares filter={filter} by={by} title={title} shares={shares} total={total} />
          </Section>
        ))}
      </div>
    </>
  );
}

function NoAttempts() {
  return (
    <Empty title="No attempt in this time.">
      <RejectedInstead />
      <p>
        Choose a longer time or remove a filter. If nothing ever arrived, see in <Link to="/health">health</Link> when
        the last delivery came, and send one by hand:
      </p>
      <SendByHand what="--action started" />
    </Empty>
  );
}
