import { type InfiniteData, infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type {
  AttemptFilter,
  AuditItem,
  CatalogView,
  DeliveryDetail,
  DeliveryItem,
  ErasedCount,
  Me,
  Overview,
  PageOf,
  SessionFilter,
  SessionItem,
  SessionTimeline,
  Status,
  UnknownValue,
} from "../../../src/api/types/index.ts";
import { heardTime, now } from "../lib/clock.ts";
import type { LiveState } from "../lib/live.ts";
import { stringifySearch } from "../lib/url.ts";
import { get } from "./client.ts";

/** What is live is read anew when something arrives. This is for what changes without that, in milliseconds. */
const nowAndThen = 15_000;
/** And this for a proxy that lets no stream through. */
const seldom = 60_000;

export const meQuery = queryOptions({
  queryKey: ["me"],
  queryFn: async ({ signal }) => {
    const me = await get<Me>("/api/me", signal);
    heardTime(me.now);
    return me;
  },
  staleTime: 60_000,
});

export function overviewPath(filter: AttemptFilter, format: "" | ".csv" = ""): string {
  return `/api/overview${format}${stringifySearch({ ...filter })}`;
}

export function attemptsPath(filter: AttemptFilter, format: "" | ".csv" = ""): string {
  return `/api/attempts${format}${stringifySearch({ ...filter })}`;
}

export const overviewQuery = (filter: AttemptFilter) =>
  queryOptions({
    queryKey: ["overview", filter],
    queryFn: ({ signal }) => get<Overview>(overviewPath(filter), signal),
    placeholderData: (before) => before,
    refetchInterval: () => (Date.parse(filter.to) > now() ? seldom : false),
  });

/** Whether there is any session that a filter leaves over; null where it was looked for among the newest only. */
export const anySessionQuery = (filter: SessionFilter) =>
  queryOptions({
    queryKey: ["any session", filter],
    queryFn: async ({ signal }) => {
      const path = `/api/sessions${stringifySearch({ ...filter, limit: 1 })}`;
      const { items, next } = await get<PageOf<SessionItem>>(path, signal);
      return items.length > 0 || (next === null ? false : null);
    },
  });

export const sessionQuery = (ref: string) =>
  queryOptions({
    queryKey: ["session", ref],
    queryFn: ({ signal }) => get<SessionTimeline>(`/api/sessions/${encodeURIComponent(ref)}`, signal),
  });

/** What erasing an end-user would remove, as of now. */
export const erasableQuery = (endUserId: string) =>
  queryOptions({
    queryKey: ["erasable", endUserId],
    queryFn: ({ signal }) => get<ErasedCount>(`/api/erase${stringifySearch({ endUserId })}`, signal),
    gcTime: 0,
  });

export type DeliveryFilter = {
  readonly verdict?: string;
  readonly why?: string;
  readonly action?: string;
};

/**
 * Never kept: what arrives live is put on top of it. So it waits for the position after which that does; while that cannot
 * be had, it is asked for without, so that it says why or shows what is there.
 */
export const deliveriesQuery = (filter: DeliveryFilter, { since, connection }: LiveState) => ({
  ...pages<DeliveryItem>("deliveries", filter, since),
  enabled: since !== null || connection === "reconnecting",
  // After an erasure the list begins anew, and the rows from before stay until it has.
  placeholderData: (before: InfiniteData<PageOf<DeliveryItem>, string | null> | undefined) => before,
  gcTime: 0,
  staleTime: Number.POSITIVE_INFINITY,
});

/** The position of the newest delivery, whatever its verdict; 0 before the first one. */
export async function headPosition(signal: AbortSignal): Promise<number> {
  return (await get<PageOf<DeliveryItem>>("/api/deliveries?limit=1", signal)).items[0]?.position ?? 0;
}

export const deliveryQuery = (position: number) =>
  queryOptions({
    queryKey: ["delivery", position],
    queryFn: ({ signal }) => get<DeliveryDetail>(`/api/deliveries/${position}`, signal),
  });

export const valuesQuery = queryOptions({
  queryKey: ["values"],
  queryFn: ({ signal }) => get<readonly UnknownValue[]>("/api/values", signal),
  refetchInterval: seldom,
});

export const catalogQuery = queryOptions({
  queryKey: ["catalog"],
  queryFn: ({ signal }) => get<CatalogView>("/api/catalog", signal),
  staleTime: 30_000,
});

export const statusQuery = queryOptions({
  queryKey: ["status"],
  queryFn: ({ signal }) => get<Status>("/api/status", signal),
  refetchInterval: nowAndThen,
});

export const auditsQuery = pages<AuditItem>("audits", {});

/** A list of the API in pages, each asked for with the `next` of the one before. Its rows do not move by themselves. */
export function pages<Item, Besides = object>(name: string, query: object, ...since: readonly unknown[]) {
  return infiniteQueryOptions({
    queryKey: [name, query, ...since],
    queryFn: ({ pageParam, signal }) =>
      get<PageOf<Item> & Besides>(`/api/${name}${stringifySearch({ ...query, cursor: pageParam })}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

/** The first page of such a list as it is now, beside the pages that are shown. */
export const newestQuery = <Item, Besides = object>(name: string, query: object) =>
  queryOptions({
    queryKey: ["newest", name, query],
    queryFn: ({ signal }) => get<PageOf<Item> & Besides>(`/api/${name}${stringifySearch({ ...query })}`, signal),
    gcTime: 0,
  });
