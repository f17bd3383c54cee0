import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { Input, Label, SearchField } from "react-aria-components";
import type { SessionItem } from "../../../../src/api/types/index.ts";
import { formatCount } from "../../lib/format.ts";
import { type SessionSearch, sessionFilterOf } from "../../lib/url.ts";
import { visible } from "../../lib/visible.ts";
import { useLiveList } from "../../live/use-live-list.ts";
import { More } from "../../ui/more.tsx";
import { Newer } from "../../ui/newer.tsx";
import { Page } from "../../ui/page.tsx";
import { RejectedInstead } from "../../ui/rejected-instead.tsx";
import { SendByHand } from "../../ui/send-by-hand.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { Id, Moment } from "../../ui/text.tsx";
import { chipsOf } from "./chips-of.ts";
import { Filters } from "./filters.tsx";
import { NoneLeft } from "./none-left.tsx";
import { useExact } from "./use-exact.ts";

/** Finds the sessions that an id belongs to, or shows the latest ones, narrowed down by filters. */
export function Sessions() {
  const asked = useSearch({ from: "/sessions" });
  const navigate = useNavigate({ from: "/sessions" });
  const { search = "" } = asked;
  const { query, live } = useLiveList<SessionItem>({
    name: "sessions",
    asked: JSON.stringify(asked),
    filterAt: (now) => sessionFilterOf(asked, now),
    keyOf: ({ ref, lastAt, deliveries }) => [ref, lastAt, deliveries].join(" "),
  });
  const chips = chipsOf(asked, live.now);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const isLookedThrough = chips.some(({ key }) => key !== "time");
  const change = (changed: SessionSearch) => void navigate({ search: changed });
  return (
    <Page
      title="Sessions"
      lead="Find a person's session by its id, by an attempt, by your vendor data or by the end-user's id."
    >
      <Search key={search} search={search} />
      <Filters search={asked} chips={chips} onChange={change} />
      <Loaded query={query}>
        {() => (
          <Newer list={live}>
            {rows.length === 0 && query.hasNextPage ? (
              <>
                <NoneSoFar />
                <More query={query} label="Look further back" />
              </>
            ) : rows.length === 0 && chips.length > 0 ? (
              <NoneLeft search={asked} chips={chips} onChange={change} />
            ) : rows.length === 0 ? (
              <NoSession search={search} />
            ) : (
              <>
                <Table
                  caption={search === "" ? "Latest sessions" : `Sessions for ${visible(search)}`}
                  rows={rows}
                  keyOf={({ ref }) => ref}
                  columns={[
                    {
                      title: "Session",
                      isHeading: true,
                      cell: ({ ref, sessionId }) => (
                        <Link to="/sessions/$ref" params={{ ref }} className="row-link">
                          <Id>{sessionId}</Id>
                        </Link>
                      ),
                    },
                    { title: "Vendor data", cell: ({ vendorData }) => <Id>{vendorData}</Id> },
                    { title: "End-user", cell: ({ endUserId }) => <Id>{endUserId}</Id> },
                    { title: "Attempts", align: "end", cell: ({ attempts }) => formatCount(attempts) },
                    { title: "Deliveries", align: "end", cell: ({ deliveries }) => formatCount(deliveries) },
                    { title: "Last seen", cell: ({ lastAt }) => <Moment at={lastAt} /> },
                  ]}
                />
                <More query={query} label={isLookedThrough ? "Look further back" : "Show more"} />
              </>
            )}
          </Newer>
        )}
      </Loaded>
    </Page>
  );
}

/** Blanks around a search stay: vendor data may have some. */
function unlessBlank(text: string): string {
  return text.trim() === "" ? "" : text;
}

/** Searches while typing, without a step in the history for each letter; Enter goes straight to a session by its whole id. */
function Search({ search }: { readonly search: string }) {
  const [text, setText] = useState(search);
  const navigate = useNavigate({ from: "/sessions" });
  const go = (to: string) =>
    void navigate({
      search: ({ search: _, ...filters }) => (to === "" ? filters : { search: to, ...filters }),
      replace: true,
    });
  const goToExact = useExact();
  const submit = async (wanted: string) => {
    if (wanted === "" || !(await goToExact(wanted))) go(wanted);
  };
  useEffect(() => {
    const wanted = unlessBlank(text);
    if (wanted === search) return;
    const timer = setTimeout(() => go(wanted), 300);
    return () => clearTimeout(timer);
  });
  return (
    <SearchField
      className="search"
      value={text}
      onChange={setText}
      onSubmit={(value) => void submit(unlessBlank(value))}
      autoFocus={search !== ""}
    >
      <Label>Search</Label>
      <Input placeholder="Session, attempt, vendor data or end-user" autoComplete="off" spellCheck="false" />
    </SearchField>
  );
}

/** What very many sessions have, or no index finds, is looked for among some at a time, the newest first. */
function NoneSoFar() {
  return (
    <Empty title="None of the latest sessions matches.">
      <p>Older ones may. Look further back, choose a time to look in, or type more of what you look for.</p>
    </Empty>
  );
}

function NoSession({ search }: { readonly search: string }) {
  if (search === "")
    return (
      <Empty title="No session yet.">
        <RejectedInstead />
        <p>The first signed event makes one. Send one by hand:</p>
        <SendByHand what="--action started" />
      </Empty>
    );
  return (
    <Empty title="No session matches.">
      <p>
        Paste the whole id, or the beginning of your vendor data. If its events should have come, look for them in the{" "}
        <Link to="/deliveries">deliveries</Link>: a refused one belongs to no session.
      </p>
    </Empty>
  );
}
