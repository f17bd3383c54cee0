import type { SessionItem } from "../../../../src/api/types/index.ts";
import { post } from "../../api/client.ts";
import { formatMany } from "../../lib/format.ts";
import { Confirmation, EraseDialog } from "./erase-dialog.tsx";

/** Erases a session for good. */
export function Erase({ session }: { readonly session: SessionItem }) {
  const { ref, deliveries, attempts } = session;
  return (
    <EraseDialog label="Erase…">
      {(close) => (
        <Confirmation
          title="Erase this session?"
          erase={() => post(`/api/sessions/${encodeURIComponent(ref)}/erase`)}
          close={close}
        >
          <p>
            Its {formatMany(deliveries, "delivery", "deliveries")} and {formatMany(attempts, "attempt")} are deleted,
            and the numbers of the overview change with them. This cannot be undone; that it was done, and by whom, goes
            on the record.
          </p>
        </Confirmation>
      )}
    </EraseDialog>
  );
}
