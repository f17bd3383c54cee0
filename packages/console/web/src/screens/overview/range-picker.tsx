import { type FormEvent, useId } from "react";
import { rangeOf, ranges, type TimeSearch, timeOf } from "../../lib/url.ts";
import { Button } from "../../ui/button.tsx";
import { Choice } from "../../ui/choice.tsx";

const presets = Object.entries(ranges).map(([value, { title }]) => ({ value, title }));

interface Time {
  readonly range?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** A length of time up to now, or two days of one's own, which are taken as whole days in UTC. */
export function RangePicker({
  search,
  onChange,
}: {
  readonly search: TimeSearch;
  readonly onChange: (time: Time) => void;
}) {
  const preset = rangeOf(search);
  return (
    <>
      <Choice
        label="Time"
        value={preset}
        options={presets}
        onChange={(range) => onChange({ range, from: undefined, to: undefined })}
      />
      <Days search={search} isOwn={preset === null} onChange={onChange} />
    </>
  );
}

function Days({
  search,
  isOwn,
  onChange,
}: {
  readonly search: TimeSearch;
  readonly isOwn: boolean;
  readonly onChange: (time: Time) => void;
}) {
  const id = useId();
  const { from, to } = timeOf(search, Date.now());
  const lastDay = new Date(Date.parse(to) - 1).toISOString().slice(0, 10);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [first, last] = [String(form.get("first")), String(form.get("last"))].sort() as [string, string];
    const end = Date.parse(`${last}T00:00:00Z`) + 86_400_000;
    onChange({ range: undefined, from: `${first}T00:00:00.000Z`, to: new Date(end).toISOString() });
  };
  return (
    <form className="days" key={`${from} ${to}`} onSubmit={submit} data-own={isOwn || undefined}>
      <label htmlFor={`${id}-first`}>From</label>
      <input id={`${id}-first`} type="date" name="first" required defaultValue={from.slice(0, 10)} />
      <label htmlFor={`${id}-last`}>to</label>
      <input id={`${id}-last`} type="date" name="last" required defaultValue={lastDay} />
      <Button type="submit">Show</Button>
    </form>
  );
}
