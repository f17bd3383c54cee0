import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Button } from "./button.tsx";

/** The way to the next page of a list, while there is one. */
export function More({
  query,
  label = "Show more",
}: {
  readonly query: Pick<UseInfiniteQueryResult, "hasNextPage" | "isFetchingNextPage" | "fetchNextPage">;
  readonly label?: string;
}) {
  if (!query.hasNextPage) return null;
  return (
    <p className="more">
      <Button onPress={() => void query.fetchNextPage()} isDisabled={query.isFetchingNextPage}>
        {query.isFetchingNextPage ? "Loading…" : label}
      </Button>
    </p>
  );
}
