import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { Quantiles, Status } from "../../../../src/api/types/index.ts";
import { meQuery, statusQuery } from "../../api/queries.ts";
import { formatBytes, formatCount, formatDuration, formatMany, nothing } from "../../lib/format.ts";
import { secretTitle } from "../../lib/secrets.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { Moment, Tag } from "../../ui/text.tsx";

/** How the console itself is. */
export function Health() {
  const query = useQuery(statusQuery);
  return (
    <Page
      title="Health"
      lead="How this console receives and keeps what comes. What it is receiving is counted by this process alone."
    >
      <Loaded query={query}>{(status) => <Parts status={status} />}</Loaded>
    </Page>
  );
}

function Parts({ status }: { readonly status: Status }) {
  const { receiving, store, live, catalog, secrets, warnings } = status;
  return (
    <>
      {warnings.length === 0 ? (
        <p className="fine">
          <Tag kind="good">Fine</Tag> Nothing needs to be looked at.
        </p>
      ) : (
        <ul className="warnings" aria-label="What should be looked at">
          {warnings.map((text) => (
            <li key={text} className="warning">
              {text}
            </li>
          ))}
        </ul>
      )}
      <div className="columns">
        <Section title="Receiving">
          <dl className="figures">
            <Figure title="Accepted">{formatCount(receiving.accepted)}</Figure>
            <Figure title="Quarantined">
              <Link to="/deliveries" search={{ verdict: "quarantined" }}>
                {formatCount(receiving.quarantined)}
              </Link>
            </Figure>
            <Figure title="Rejected">
              <Link to="/deliveries" search={{ verdict: "rejected" }}>
                {formatCount(receiving.rejected)}
              </Link>
            </Figure>
            <Figure title="Refused: too many waiting">{formatCount(receiving.overloaded)}</Figure>
            <Figure title="Refused: store did not take them">{formatCount(receiving.failed)}</Figure>
            <Figure title="Waiting now">
              {formatCount(receiving.waiting)} <span className="faint">of {formatCount(receiving.waitingLimit)}</span>
            </Figure>
            <Figure title="Last delivery">
              {receiving.lastAt === null ? nothing : <Moment at={receiving.lastAt} ago />}
            </Figure>
          </dl>
          <QuantileTable
            rows={[
              { title: "From arrival to answer", values: receiving.latency, show: formatDuration },
              { title: "Deliveries in a batch", values: receiving.batchSizes, show: formatCount },
            ]}
          />
        </Section>
        <Section title="Store">
          <dl className="figures">
            <Figure title="State">
              {store.ok ? <Tag kind="good">Works</Tag> : <Tag kind="bad">Does not work</Tag>} {store.problem}
            </Figure>
            <Figure title="Driver">{store.driver}</Figure>
            <Figure title="Survives a power cut">{store.durable ? "Yes" : <Tag kind="bad">No</Tag>}</Figure>
            <Figure title="Size">{store.bytes === null ? nothing : formatBytes(store.bytes)}</Figure>
            <Figure title="Newest position">{formatCount(store.head)}</Figure>
            <Figure title="Oldest delivery">
              {store.oldestAt === null ? nothing : <Moment at={store.oldestAt} />}
            </Figure>
          </dl>
          <Download />
          {store.warnings.map((text) => (
            <p key={text} className="warning">
              {text}
            </p>
          ))}
        </Section>
        <Section title="Secrets">
          <Table
            caption="Use of the secrets"
            rows={secrets}
            keyOf={({ index, firstAt }) => index ?? `${firstAt}`}
            columns={[
              {
                title: "Secret",
                cell: secretTitle,
              },
              { title: "Deliveries", align: "end", cell: ({ deliveries }) => formatCount(deliveries) },
              { title: "Last used", cell: ({ lastAt }) => (lastAt === null ? "Never" : <Moment at={lastAt} ago />) },
            ]}
          />
          <p className="note">
            Counted by every process, also before a restart. When an old one has not been used for more than the seven
            days of retries, remove it.
          </p>
        </Section>
        <Section title="Catalog and program">
          <dl className="figures">
            <Figure title="Catalog">
              <Link to="/catalog">{catalog.version}</Link>
            </Figure>
            <Figure title="Its pages are of">
              {catalog.published ?? nothing}
              {catalog.ageDays !== null && <span className="faint"> {formatMany(catalog.ageDays, "day")} ago</span>}
            </Figure>
            <Figure title="Unknown values">
              <Link to="/values">{formatCount(catalog.unknownValues)}</Link>
            </Figure>
            <Figure title="Live readers">{formatCount(live.readers)}</Figure>
            <Figure title="Node">{status.node}</Figure>
            <Figure title="Started">
              <Moment at={status.startedAt} ago />
            </Figure>
          </dl>
        </Section>
      </div>
    </>
  );
}

/** All events as a file: they are people's data, so for operators only. */
function Download() {
  const me = useQuery(meQuery);
  if (me.data?.person?.role !== "operator") return null;
  return (
    <p className="note">
      Download all events, on the record: <a href="/api/deliveries.jsonl">JSON Lines</a>, which can be imported again,
      or <a href="/api/deliveries.csv">CSV</a> without bodies, for spreadsheets.
    </p>
  );
}

function Figure({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface QuantileRow {
  readonly title: string;
  readonly values: Quantiles;
  readonly show: (value: number) => string;
}

function QuantileTable({ rows }: { readonly rows: readonly QuantileRow[] }) {
  const column = (title: string, key: "p50" | "p95" | "p99" | "max") => ({
    title,
    align: "end" as const,
    cell: ({ values, show }: QuantileRow) => (values[key] === null ? nothing : show(values[key])),
  });
  return (
    <Table
      caption="Of the last batches"
      rows={rows}
      keyOf={({ title }) => title}
      columns={[
        { title: "Last batches", cell: ({ title }) => title },
        column("Half", "p50"),
        column("95%", "p95"),
        column("99%", "p99"),
        column("Most", "max"),
      ]}
    />
  );
}
