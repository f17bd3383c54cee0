import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { statusQuery } from "../api/queries.ts";
import { formatMany } from "../lib/format.ts";

/** Where nothing is to be seen: what came all the same and was rejected, and the way to it. */
export function RejectedInstead() {
  const { data } = useQuery(statusQuery);
  const rejected = data?.notTaken?.rejected ?? 0;
  if (rejected === 0) return null;
  return (
    <p className="warning">
      {formatMany(rejected, "delivery was", "deliveries were")} rejected in the last day:{" "}
      <Link to="/deliveries" search={{ verdict: "rejected" }}>
        see why
      </Link>
      .
    </p>
  );
}
