import { useState } from "react";
import type { AttemptFilter, Share } from "../../../../src/api/types/index.ts";
import { formatShare } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Table } from "../../ui/table.tsx";
import { Foreign, Tag } from "../../ui/text.tsx";
import { Bar } from "./bar.tsx";
import { Change } from "./change.tsx";
import { NumberLink } from "./number-link.tsx";

const few = 8;

/** The parts of a breakdown, most first, as bars that are a table. */
export function Shares({
  filter,
  by,
  title,
  shares,
  total,
}: {
  readonly filter: AttemptFilter;
  readonly by: "reason" | "feature" | "lane" | "action";
  readonly title: string;
  readonly shares: readonly Share[];
  readonly total: number;
}) {
  const [all, setAll] = useState(false);
  const most = Math.max(1, ...shares.map(({ now }) => now));
  return (
    <>
      <Table
        caption={`Attempts by ${title.toLowerCase()}`}
        rows={all ? shares : shares.slice(0, few)}
        keyOf={({ value }) => value}
        columns={[
          {
            title,
            cell: (share) => (
              <span className="share" title={share.description ?? undefined}>
                <span>
                  <Foreign>{share.title}</Foreign>{" "}
                  {!share.known && share.value !== "-" && <Tag kind="warn">not in the catalog</Tag>}
                </span>
                <Bar value={share.now} most={most} />
              </span>
            ),
          },
          {
            title: "Attempts",
            align: "end",
            cell: (share) => (
              <NumberLink value={share.now} of={share.title} filter={filter} narrowed={{ [by]: share.value }} />
            ),
          },
          { title: "Share", align: "end", cell: ({ now }) => formatShare(now, total) },
          { title: "Change", align: "end", cell: (share) => <Change now={share.now} before={share.before} /> },
        ]}
      />
      {shares.length > few && (
        <Button kind="quiet" onPress={() => setAll(!all)}>
          {all ? "Show fewer" : `Show all ${shares.length}`}
        </Button>
      )}
    </>
  );
}
