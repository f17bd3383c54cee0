import { Link } from "@tanstack/react-router";
import type { AttemptFilter } from "../../../../src/api/types/index.ts";
import { formatCount } from "../../lib/format.ts";
import { attemptsSearch } from "../../lib/url.ts";
import { visible } from "../../lib/visible.ts";

/** A number that leads to the attempts behind it. */
export function NumberLink({
  value,
  of,
  filter,
  narrowed,
}: {
  readonly value: number;
  /** What is counted, for those who hear only the link. */
  readonly of: string;
  readonly filter: AttemptFilter;
  readonly narrowed: Parameters<typeof attemptsSearch>[1];
}) {
  return (
    <Link to="/attempts" search={attemptsSearch(filter, narrowed)} className="number">
      {formatCount(value)}
      <span className="visually-hidden"> {visible(of)}</span>
    </Link>
  );
}
