import { useInfiniteQuery } from "@tanstack/react-query";
import { Outlet, useMatch, useNavigate, useSearch } from "@tanstack/react-router";
import { type DeliveryFilter, deliveriesQuery } from "../../api/queries.ts";
import { Choice } from "../../ui/choice.tsx";
import { Page } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { Filter } from "./filter.tsx";
import { ReprocessAll } from "./reprocess-all.tsx";
import { Tail } from "./tail.tsx";
import { useLive } from "./use-live.ts";

const choices = [
  { value: "all", title: "All" },
  { value: "accepted", title: "Accepted" },
  { value: "quarantined", title: "Quarantined" },
  { value: "rejected", title: "Rejected" },
];

/** Every attempt to deliver something, as it comes; beside it, the one that was chosen. */
export function Deliveries() {
  const search = useSearch({ from: "/deliveries" });
  const navigate = useNavigate();
  const chosen = useMatch({ from: "/deliveries/$position", shouldThrow: false });
  const list = (
    <>
      <div className="toolbar">
        <Choice
          label="Verdict"
          value={search.verdict ?? "all"}
          options={choices}
          onChange={(verdict) => void navigate({ to: "/deliveries", search: verdict === "all" ? {} : { verdict } })}
        />
        <Filter search={search} onChange={(changed) => void navigate({ to: "/deliveries", search: changed })} />
        {search.verdict === "quarantined" && <ReprocessAll key={search.why} why={search.why} />}
      </div>
      <List key={JSON.stringify(search)} filter={search} chosen={chosen?.params.position} />
    </>
  );
  return (
    <div className={chosen === undefined ? undefined : "beside"}>
      <div className="beside-list">
        <Page title="Deliveries" lead="Every request to the webhook, whatever became of it, as it comes.">
          {list}
        </Page>
      </div>
      <Outlet />
    </div>
  );
}

/** Where the live tail begins is known before the list is asked for, so that nothing falls between them. */
function List({ filter, chosen }: { readonly filter: DeliveryFilter; readonly chosen: string | undefined }) {
  const [state, dispatch] = useLive();
  const query = useInfiniteQuery(deliveriesQuery(filter, state));
  return (
    <Loaded query={query}>
      {(data) => (
        <Tail
          state={state}
          dispatch={dispatch}
          filter={filter}
          loaded={data.pages.flatMap(({ items }) => items)}
          query={query}
          chosen={chosen === undefined ? null : Number(chosen)}
        />
      )}
    </Loaded>
  );
}
