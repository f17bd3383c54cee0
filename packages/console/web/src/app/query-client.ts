import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiError } from "../api/client.ts";
import { meQuery } from "../api/queries.ts";

/** Answers of the API, kept for the screens that show them. A lost sign-in brings the sign-in back. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiError && error.status === 401) void client.invalidateQueries(meQuery);
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 2000,
        retry: (failures, error) => failures < 2 && error instanceof ApiError && mayPass(error.status),
      },
    },
  });
  return client;
}

/** No answer, or the server's own trouble: the same question may be answered next time. */
function mayPass(status: number): boolean {
  return status === 0 || status >= 500;
}
