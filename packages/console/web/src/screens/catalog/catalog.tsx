import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Input, Label, SearchField } from "react-aria-components";
import type { CatalogEntry, CatalogView } from "../../../../src/api/types/index.ts";
import { catalogQuery } from "../../api/queries.ts";
import { findEntries } from "../../lib/catalog.ts";
import { formatCount, formatMany } from "../../lib/format.ts";
import { Choice } from "../../ui/choice.tsx";
import { Page, Section } from "../../ui/page.tsx";
import { Prose } from "../../ui/prose.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { Table } from "../../ui/table.tsx";
import { Tag } from "../../ui/text.tsx";
import { History } from "./history.tsx";

/** Every value of the catalog, and how often each was seen here. */
export function CatalogScreen() {
  const query = useQuery(catalogQuery);
  return (
    <Page
      title="Catalog"
      lead={
        query.data === undefined
          ? undefined
          : `Version ${query.data.version}: every value that the documentation names.`
      }
    >
      <Loaded query={query}>{(catalog) => <Entries catalog={catalog} />}</Loaded>
    </Page>
  );
}

function Entries({ catalog }: { readonly catalog: CatalogView }) {
  const search = useSearch({ from: "/catalog" });
  const navigate = useNavigate({ from: "/catalog" });
  const found = findEntries(catalog.vocabularies, search);
  return (
    <>
      <div className="toolbar">
        <SearchField
          className="search"
          value={search.search ?? ""}
          onChange={(text) => void navigate({ search: { ...search, search: text }, replace: true })}
        >
          <Label>Search</Label>
          <Input placeholder="A value or a word of its description" autoComplete="off" spellCheck="false" />
        </SearchField>
        <Choice
          label="Vocabulary"
          value={search.vocabulary ?? "all"}
          options={[
            { value: "all", title: "All" },
            ...catalog.vocabularies.map(({ id, title }) => ({ value: id, title })),
          ]}
          onChange={(vocabulary) =>
            void navigate({ search: { ...search, vocabulary: vocabulary === "all" ? undefined : vocabulary } })
          }
        />
      </div>
      {found.length === 0 && (
        <Empty title="No value matches.">
          <p>
            Look among the <Link to="/values">unknown values</Link>: it may have arrived without being documented.
          </p>
        </Empty>
      )}
      {found.map(({ id, title, description, entries }) => (
        <Section
          key={id}
          title={`${title}, ${formatMany(entries.length, "value")}`}
          {...(description === null ? {} : { note: <Prose text={description} /> })}
        >
          <Table
            caption={title}
            rows={entries}
            keyOf={({ value }) => value}
            columns={[
              {
                title: "Value",
                isHeading: true,
                cell: (entry) => (
                  <Link
                    to="/catalog/$vocabulary/$value"
                    params={{ vocabulary: id, value: entry.value }}
                    className="row-link"
                  >
                    {entry.title} <code>{entry.value}</code>
                  </Link>
                ),
              },
              { title: "Says", cell: (entry) => <Says entry={entry} /> },
              {
                title: "Seen here",
                align: "end",
                cell: ({ seen }) =>
                  seen === null ? <span className="faint">never</span> : formatCount(seen.deliveries),
              },
            ]}
          />
        </Section>
      ))}
      <History catalog={catalog} />
    </>
  );
}

function Says({ entry: { descriptions, deprecated, evidence } }: { readonly entry: CatalogEntry }) {
  return (
    <>
      {deprecated !== null && <Tag kind="warn">deprecated</Tag>} {evidence.kind === "observed" && <Tag>observed</Tag>}{" "}
      {descriptions[0]?.split("\n")[0]}
      {descriptions.length > 1 && <span className="faint"> and {descriptions.length - 1} more</span>}
    </>
  );
}
