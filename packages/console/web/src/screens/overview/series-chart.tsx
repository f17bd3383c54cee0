import { useNavigate } from "@tanstack/react-router";
import { scaleLinear, scalePoint } from "d3-scale";
import { line } from "d3-shape";
import { type PointerEvent, useState } from "react";
import type { Overview, SeriesPoint } from "../../../../src/api/types/index.ts";
import { now } from "../../lib/clock.ts";
import { areOfThisYear, formatBucket, formatCount } from "../../lib/format.ts";
import { attemptsSearch, bucketEnd } from "../../lib/url.ts";
import { useWidth } from "../../ui/use-width.ts";

const height = 240;
const margin = { top: 12, right: 12, bottom: 28, left: 44 };
const lengths = { hour: 3_600_000, day: 86_400_000 };
const lines = ["started", "submitted", "finished", "cancelled"] as const;

/** Lines over time, and faint those of the time before. Pointing at one moment reads out its numbers; a press leads to its attempts. */
export function SeriesChart({ overview }: { readonly overview: Overview }) {
  const { series, seriesBefore, seriesBy, seen, filter } = overview;
  const [frame, width] = useWidth<HTMLDivElement>();
  const [pointed, setPointed] = useState<number | null>(null);
  const navigate = useNavigate();
  const moments = series.map(({ at }) => at);
  const year = !areOfThisYear(moments, now());
  const words = (at: string) => formatBucket(at, seriesBy, { year });
  const x = scalePoint(moments, [margin.left, Math.max(margin.left + 1, width - margin.right)]);
  const most = Math.max(4, ...[...series, ...seriesBefore].flatMap((point) => lines.map((key) => point[key])));
  const y = scaleLinear([0, most], [height - margin.bottom, margin.top]).nice(4);
  const xOf = ({ at }: SeriesPoint) => x(at) ?? 0;
  const point = pointed === null ? undefined : series[pointed];
  // Each point of the time before stands where the point of now does that it is compared with.
  const before = seriesBefore.map((one, index) => ({ ...one, at: series[index]?.at ?? one.at }));
  const pointBefore = pointed === null ? undefined : before[pointed];
  const total = (key: (typeof lines)[number]) => seen.find((one) => one.key === key);
  const pathOf = (key: (typeof lines)[number], points: readonly SeriesPoint[]) =>
    line<SeriesPoint>(xOf, (one) => y(one[key]))(points) ?? "";
  // What is still going on is dashed: it falls only because it is not over.
  const finished = series.filter(({ at }) => Date.parse(at) + lengths[seriesBy] <= now());
  const room = (seriesBy === "hour" ? 110 : 72) + (year ? 48 : 0);
  const every = Math.max(1, Math.ceil(series.length / Math.max(2, width / room)));

  const pointAt = (event: PointerEvent<SVGSVGElement>) => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const index = Math.round((at - margin.left) / Math.max(1, x.step()));
    setPointed(Math.min(series.length - 1, Math.max(0, index)));
  };
  const open = () => {
    if (point === undefined) return;
    const to = bucketEnd(point.at, seriesBy, filter.to);
    void navigate({ to: "/attempts", search: attemptsSearch(filter, { from: point.at, to }) });
  };

  return (
    <div className="series" ref={frame}>
      <p className="legend" aria-hidden="true">
        <span className="legend-at">{point === undefined ? "All of it" : words(point.at)}</span>
        {lines.map((key) => (
          <span key={key} className={`legend-item line-${key}`}>
            <span className="legend-mark" />
            {total(key)?.title ?? key}
            <b>{formatCount(point?.[key] ?? total(key)?.now ?? 0)}</b>
            <span className="legend-before">was {formatCount(pointBefore?.[key] ?? total(key)?.before ?? 0)}</span>
          </span>
        ))}
        <span className="legend-before">faint: the time before</span>
      </p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the table beside it has a link for every number. */}
      <svg
        className="series-chart"
        width={width}
        height={height}
        role="img"
        aria-label={`Attempts by ${seriesBy}: started, submitted, finished and cancelled, compared with the time before. The table shows the same numbers.`}
        onPointerMove={pointAt}
        onPointerLeave={() => setPointed(null)}
        onClick={open}
      >
        {y.ticks(4).map((tick) => (
          <g key={tick} transform={`translate(0 ${y(tick)})`}>
            <line className="grid" x1={margin.left} x2={width - margin.right} />
            <text className="axis axis-y" x={margin.left - 8} dy="0.32em">
              {formatCount(tick)}
            </text>
          </g>
        ))}
        {series.map(
          (one, index) =>
            index % every === 0 && (
              <text
                key={one.at}
                className={xOf(one) > width - (year ? 52 : 32) ? "axis axis-last" : "axis axis-x"}
                x={xOf(one)}
                y={height - 8}
              >
                {words(one.at)}
              </text>
            ),
        )}
        {point !== undefined && (
          <line className="crosshair" x1={xOf(point)} x2={xOf(point)} y1={margin.top} y2={height - margin.bottom} />
        )}
        {lines.map((key) => (
          <path key={key} className={`line-before line-${key}`} d={pathOf(key, before)} />
        ))}
        {lines.map((key) => (
          <g key={key} className={`line line-${key}`}>
            <path d={pathOf(key, finished)} />
            <path className="unfinished" d={pathOf(key, series.slice(finished.length - 1))} />
            {point !== undefined && <circle cx={xOf(point)} cy={y(point[key])} r={3.5} />}
          </g>
        ))}
      </svg>
    </div>
  );
}
