import { useInfiniteQuery, useQuery, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useEffect, useRef, useState } from "react";
import { newestQuery, pages } from "../api/queries.ts";
import { useHour } from "./use-hour.ts";

/** What to show of a list whose rows come and change while it is read. */
export interface LiveList {
  /** When the list was asked for: the time that it is about does not move on while it is read. */
  readonly now: number;
  /** How many rows of the first page are new, or changed, since. */
  readonly newer: number;
  /** Shows the list as it is now. */
  show(): void;
  /** Around the list. */
  readonly frame: RefObject<HTMLDivElement | null>;
}

/**
 * A list of links to people, where one that moves under the pointer opens the wrong person. So what is new waits behind a
 * button, and comes by itself only while nobody is at the list: its beginning is in sight, and neither the pointer nor
 * the focus is on it.
 *
 * @param asked What the list is narrowed down to: another one begins a new list.
 */
export function useLiveList<Item, Besides = object>({
  name,
  asked,
  filterAt,
  keyOf,
}: {
  readonly name: string;
  readonly asked: string;
  readonly filterAt: (now: number) => object;
  /** Another text for each row, and for each state of a row. */
  readonly keyOf: (item: Item) => string;
}) {
  const client = useQueryClient();
  const frame = useRef<HTMLDivElement>(null);
  const hour = useHour();
  const [opened, setOpened] = useState({ asked, now: hour });
  const { now } = opened.asked === asked ? opened : { now: hour };
  if (opened.asked !== asked) setOpened({ asked, now });

  const list = pages<Item, Besides>(name, filterAt(now));
  const query = useInfiniteQuery({ ...list, staleTime: Number.POSITIVE_INFINITY });
  const shown = query.data?.pages;
  const first = shown?.[0];
  const current = pages<Item, Besides>(name, filterAt(hour));
  const isOfThisHour = JSON.stringify(current.queryKey) === JSON.stringify(list.queryKey);
  const { data: newest } = useQuery({
    ...newestQuery<Item, Besides>(name, filterAt(hour)),
    enabled: first !== undefined,
    ...(isOfThisHour && first !== undefined ? { initialData: first, initialDataUpdatedAt: query.dataUpdatedAt } : {}),
  });

  const known = new Set(shown?.flatMap(({ items }) => items.map(keyOf)));
  const newer = shown === undefined ? 0 : (newest?.items.filter((item) => !known.has(keyOf(item))).length ?? 0);
  const show = () => {
    if (newest === undefined) return;
    client.setQueryData(current.queryKey, { pages: [newest], pageParams: [null] });
    setOpened({ asked, now: hour });
  };
  useEffect(() => {
    if (newer > 0 && shown?.length === 1 && isLeftAlone(frame.current)) show();
  });
  return { query, live: { now, newer, show, frame } satisfies LiveList };
}

function isLeftAlone(element: HTMLElement | null): boolean {
  return element !== null && element.getBoundingClientRect().top >= 0 && !element.matches(":hover, :focus-within");
}
