import { Link } from "@tanstack/react-router";
import type { Compared, Overview, SeriesPoint } from "../../../../src/api/types/index.ts";
import { formatCount, formatShare } from "../../lib/format.ts";
import { attemptsSearch } from "../../lib/url.ts";
import { Change } from "./change.tsx";
import { Spark } from "./spark.tsx";

/** The numbers at a glance. An attempt counts under each kind of event that it has, so they do not add up. */
export function Tiles({ overview }: { readonly overview: Overview }) {
  const { attempts, seen, series, filter } = overview;
  const total = attempts.now;
  return (
    <ul className="tiles" aria-label="Numbers">
      <Tile
        title="Attempts"
        count={attempts}
        share={null}
        values={valuesOf(series, "attempts")}
        search={attemptsSearch(filter, {})}
      />
      {seen
        .filter(({ key, now, before }) => key !== "other" || now + before > 0)
        .map(({ key, title, now, before }) => (
          <Tile
            key={key}
            title={title}
            count={{ now, before }}
            share={formatShare(now, total)}
            values={valuesOf(series, key)}
            search={attemptsSearch(filter, { seen: key })}
          />
        ))}
    </ul>
  );
}

function Tile({
  title,
  count,
  share,
  values,
  search,
}: {
  readonly title: string;
  readonly count: Compared;
  readonly share: string | null;
  readonly values: readonly number[];
  readonly search: ReturnType<typeof attemptsSearch>;
}) {
  return (
    <li>
      <Link to="/attempts" search={search} className="tile">
        <span className="tile-title">{title}</span>
        <span className="tile-number">{formatCount(count.now)}</span>
        <span className="tile-foot">
          <Change {...count} />
          <span aria-hidden="true">was {formatCount(count.before)}</span>
          {share !== null && <span title="Of all attempts">{share} of all</span>}
        </span>
        <Spark values={values} />
      </Link>
    </li>
  );
}

function valuesOf(
  series: readonly SeriesPoint[],
  key: "attempts" | Overview["seen"][number]["key"],
): readonly number[] {
  return series.map((point) => point[key]);
}
