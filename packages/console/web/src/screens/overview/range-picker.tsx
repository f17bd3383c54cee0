import { type FormEvent, useId } from "react";
import { now } from "../../lib/clock.ts";
import { openRangeOf, openTimeOf, rangeOf, ranges, type TimeSearch, timeOf } from "../../lib/url.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";

const presets = Object.entries(ranges).map(([value, { title }]) => ({ value, title }));
const anyTime = { value: "any", title: "Any time" };

interface Time {
  readonly range?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/**
 * A length of time up to now, or two days of one's own, which are taken as whole days in UTC. Where time is optional, it can
 * be any, and either of the two days can be left out.
 */
export function RangePicker({
  search,
  isOptional = false,
  onChange,
}: {
  readonly search: TimeSearch;
  readonly isOptional?: boolean;
  readonly onChange: (time: Time) => void;
}) {
  const preset = isOptional ? openRangeOf(search) : rangeOf(search);
  const time = isOptional ? openTimeOf(search, now()) : timeOf(search, now());
  return (
    <>
      <Choice
        label="Time"
        value={preset}
        options={isOptional ? [anyTime, ...presets] : presets}
        onChange={(range) => {
          onChange({ range: range === anyTime.value ? undefined : range, from: undefined, to: undefined });
        }}
      />
      <Days time={time} isOptional={isOptional} isOwn={preset === null} onChange={onChange} />
    </>
  );
}

function Days({
  time: { from, to },
  isOptional,
  isOwn,
  onChange,
}: {
  readonly time: Time;
  readonly isOptional: boolean;
  readonly isOwn: boolean;
  readonly onChange: (time: Time) => void;
}) {
  const id = useId();
  const lastDay = to && new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const days = [String(form.get("first")), String(form.get("last"))];
    const [first, last] = days.includes("") ? days : days.sort();
    onChange({ range: undefined, from: first ? beginOf(first) : undefined, to: last ? endOf(last) : undefined });
  };
  return (
    <form className="days" key={`${from} ${to}`} onSubmit={submit} data-own={isOwn || undefined}>
      <label htmlFor={`${id}-first`}>From</label>
      <input id={`${id}-first`} type="date" name="first" required={!isOptional} defaultValue={from?.slice(0, 10)} />
      <label htmlFor={`${id}-last`}>to</label>
      <input id={`${id}-last`} type="date" name="last" required={!isOptional} defaultValue={lastDay} />
      <Button type="submit">Show</Button>
    </form>
  );
}

function beginOf(day: string): string {
  return `${day}T00:00:00.000Z`;
}

function endOf(day: string): string {
  return new Date(Date.parse(beginOf(day)) + 86_400_000).toISOString();
}
