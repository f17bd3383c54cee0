import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { DeliveryItem } from "../../../../src/api/types/index.ts";
import type { DeliveryFilter } from "../../api/queries.ts";
import { formatMany } from "../../lib/format.ts";
import {
  type Connection,
  joinDeliveries,
  type LiveEvent,
  type LiveState,
  liveLimit,
  matchesFilter,
} from "../../lib/live.ts";
import { Button } from "../../ui/button.tsx";
import { More } from "../../ui/more.tsx";
import { SendByHand } from "../../ui/send-by-hand.tsx";
import { Empty } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { Foreign, Id, Moment, Tag } from "../../ui/text.tsx";
import { verdicts } from "./words.ts";

const connections: Record<Connection, string> = {
  connecting: "Connecting…",
  live: "Live",
  reconnecting: "Connection lost, trying again…",
};

/** What was there, and on top of it what comes, newest first. */
export function Tail({
  state,
  dispatch,
  filter,
  loaded,
  query,
  chosen,
}: {
  readonly state: LiveState;
  readonly dispatch: (event: LiveEvent) => void;
  readonly filter: DeliveryFilter;
  readonly loaded: readonly DeliveryItem[];
  readonly query: Pick<UseInfiniteQueryResult, "hasNextPage" | "isFetchingNextPage" | "fetchNextPage">;
  readonly chosen: number | null;
}) {
  const matching = (items: readonly DeliveryItem[]) => items.filter((item) => matchesFilter(item, filter));
  const rows = joinDeliveries(matching(state.shown), state.overflowed ? [] : loaded);
  const held = matching(state.held).length;
  return (
    <>
      <div className="live">
        <span className={`live-state live-${state.paused ? "paused" : state.connection}`} role="status">
          {state.paused ? "Paused" : connections[state.connection]}
        </span>
        <Button onPress={() => dispatch({ type: "paused", paused: !state.paused })}>
          {state.paused ? (held === 0 ? "Go on" : `Go on, ${held} new`) : "Pause"}
        </Button>
      </div>
      {rows.length === 0 ? (
        <NoDelivery filter={filter} />
      ) : (
        <Table
          caption="Deliveries, newest first"
          rows={rows}
          keyOf={({ position }) => position}
          isCurrent={({ position }) => position === chosen}
          columns={[
            { title: "Received", cell: ({ receivedAt }) => <Moment at={receivedAt} /> },
            {
              title: "Verdict",
              cell: ({ verdict, reprocessedAs }) => (
                <>
                  <Tag kind={verdicts[verdict].kind}>{verdicts[verdict].title}</Tag>
                  {reprocessedAs !== null && <Tag>accepted later</Tag>}
                </>
              ),
            },
            {
              title: "What it was",
              isHeading: true,
              cell: (item) => (
                <Link
                  to="/deliveries/$position"
                  params={{ position: String(item.position) }}
                  search={filter}
                  resetScroll={false}
                  className="row-link"
                >
                  <What item={item} />
                </Link>
              ),
            },
            { title: "Session", cell: ({ event }) => <Id>{event?.sessionId ?? null}</Id> },
            { title: "Answered", align: "end", cell: ({ status }) => status },
          ]}
        />
      )}
      {state.overflowed ? (
        <p className="more">
          More than {formatMany(liveLimit, "delivery", "deliveries")} came since this list was opened.{" "}
          <Button onPress={() => dispatch({ type: "restarted", after: state.last ?? 0 })}>Load the list anew</Button>
        </p>
      ) : (
        <More query={query} />
      )}
    </>
  );
}

function What({ item }: { readonly item: DeliveryItem }) {
  const { event, why, warnings } = item;
  if (event === null) return <>{why?.sentence ?? "Not an event"}</>;
  return (
    <>
      <Foreign>{event.action.title}</Foreign>
      {event.state !== null && (
        <span className="faint">
          {" "}
          at <Foreign>{event.state.title.toLowerCase()}</Foreign>
        </span>
      )}{" "}
      {warnings.length > 0 && <Tag kind="warn">{formatMany(warnings.length, "warning")}</Tag>}
    </>
  );
}

function NoDelivery({ filter }: { readonly filter: DeliveryFilter }) {
  if (Object.keys(filter).length > 0)
    return (
      <Empty title="Nothing like this arrived.">
        <p>
          New ones appear here as they come. Or look at <Link to="/deliveries">all deliveries</Link>.
        </p>
      </Empty>
    );
  return (
    <Empty title="Nothing arrived yet.">
      <p>This list fills by itself. Enter the address in the integration's settings, or send an event by hand:</p>
      <SendByHand what="--all" />
    </Empty>
  );
}
