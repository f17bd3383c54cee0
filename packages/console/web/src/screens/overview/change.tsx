import type { Compared } from "../../../../src/api/types/index.ts";
import { formatChange, formatCount } from "../../lib/format.ts";

/** How a number moved. Whether that is good is for people to say, so it has no colour of praise or blame. */
export function Change({ now, before }: Compared) {
  const words = formatChange(now, before);
  return (
    <span className="change" title={`Before: ${formatCount(before)}`}>
      {words}
      <span className="visually-hidden"> against {formatCount(before)} before</span>
    </span>
  );
}
