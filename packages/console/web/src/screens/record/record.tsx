import { useInfiniteQuery } from "@tanstack/react-query";
import type { AuditItem } from "../../../../src/api/types/index.ts";
import { auditsQuery } from "../../api/queries.ts";
import { More } from "../../ui/more.tsx";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { Foreign, Id, Moment } from "../../ui/text.tsx";

const deeds: Record<AuditItem["what"], string> = {
  signed_in: "Signed in",
  sign_in_failed: "Failed to sign in",
  revealed: "Revealed ids or a body",
  erased: "Erased a session or an end-user",
  reprocessed: "Read a quarantined delivery again",
  exported: "Exported events or a list",
  imported: "Imported events",
  rebuilt: "Added the numbers up again",
};

/** Who did what that concerns people's data. */
export function RecordScreen() {
  const query = useInfiniteQuery(auditsQuery);
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Page
      title="Record"
      lead="Who signed in, and who revealed, erased, exported or read something again. Whom it was about is kept as a digest: the same person always has the same one."
    >
      <Loaded query={query}>
        {() =>
          rows.length === 0 ? (
            <Empty title="Nothing is on the record yet.">
              <p>Sign-ins, revealed ids, exports and erased sessions appear here.</p>
            </Empty>
          ) : (
            <>
              <Table
                caption="Record, newest first"
                rows={rows}
                keyOf={(row) => rows.indexOf(row)}
                columns={[
                  { title: "When", cell: ({ at }) => <Moment at={at} /> },
                  { title: "Who", cell: ({ who }) => <Foreign>{who}</Foreign> },
                  { title: "What", isHeading: true, cell: ({ what }) => deeds[what] },
                  { title: "About", cell: ({ subject }) => <Id>{subject}</Id> },
                ]}
              />
              <More query={query} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
