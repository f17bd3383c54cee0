import { useQuery } from "@tanstack/react-query";
import { post } from "../../api/client.ts";
import { erasableQuery } from "../../api/queries.ts";
import { formatMany } from "../../lib/format.ts";
import { Loaded } from "../../ui/states.tsx";
import { Confirmation, EraseDialog } from "./erase-dialog.tsx";

/** Erases all that is kept about an end-user for good, after saying how much that is. */
export function EraseEndUser({ endUserId }: { readonly endUserId: string }) {
  return (
    <EraseDialog label="Erase all sessions of this end-user…">
      {(close) => <Everything endUserId={endUserId} close={close} />}
    </EraseDialog>
  );
}

function Everything({ endUserId, close }: { readonly endUserId: string; readonly close: () => void }) {
  const query = useQuery(erasableQuery(endUserId));
  return (
    <Confirmation
      title="Erase everything of this end-user?"
      erase={() => post("/api/erase", { endUserId })}
      isReady={query.data !== undefined}
      close={close}
    >
      <Loaded query={query}>
        {({ sessions, deliveries }) => (
          <p>
            {formatMany(sessions, "session")} with {formatMany(deliveries, "delivery", "deliveries")}, those in
            quarantine that mention this person included, are deleted, and the numbers of the overview change with them.
            This cannot be undone; that it was done, and by whom, goes on the record.
          </p>
        )}
      </Loaded>
    </Confirmation>
  );
}
