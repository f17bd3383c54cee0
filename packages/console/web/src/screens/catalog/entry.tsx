import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import type { CatalogEntry } from "../../../../src/api/types/index.ts";
import { catalogQuery } from "../../api/queries.ts";
import { formatMany } from "../../lib/format.ts";
import { visible } from "../../lib/visible.ts";
import { Page, Section } from "../../ui/page.tsx";
import { Prose } from "../../ui/prose.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { Code, Copy, Moment, Tag } from "../../ui/text.tsx";

/** One value with all that the catalog says of it. */
export function EntryScreen() {
  const { vocabulary, value } = useParams({ from: "/catalog/$vocabulary/$value" });
  const query = useQuery(catalogQuery);
  const entry = query.data?.vocabularies
    .find(({ id }) => id === vocabulary)
    ?.entries.find((one) => one.value === value);
  return (
    <Page
      title={entry?.title ?? visible(value)}
      lead={
        <>
          <Link to="/catalog" search={{ vocabulary }}>
            {query.data?.vocabularies.find(({ id }) => id === vocabulary)?.title ?? vocabulary}
          </Link>{" "}
          <Code>{value}</Code> <Copy text={value} what="the value" />
        </>
      }
    >
      <Loaded query={query}>
        {() =>
          entry === undefined ? (
            <Empty title="The catalog does not have this value.">
              <p>
                See all of <Link to="/catalog">the catalog</Link>, or the <Link to="/values">unknown values</Link>.
              </p>
            </Empty>
          ) : (
            <Entry vocabulary={vocabulary} entry={entry} />
          )
        }
      </Loaded>
    </Page>
  );
}

function Entry({ vocabulary, entry }: { readonly vocabulary: string; readonly entry: CatalogEntry }) {
  const { descriptions, sources, evidence, deprecated, facts, related, seen, since, name } = entry;
  return (
    <>
      {deprecated !== null && (
        <p className="warning">
          The documentation no longer has it
          {deprecated.lastSeen !== null && ` (last seen there ${deprecated.lastSeen})`}. It can still arrive.{" "}
          {deprecated.successor !== null && (
            <Link to="/catalog/$vocabulary/$value" params={{ vocabulary, value: deprecated.successor }}>
              Its successor is {deprecated.successor}
            </Link>
          )}
        </p>
      )}
      <Section title={descriptions.length === 1 ? "Description" : "Descriptions"}>
        {descriptions.map((text, index) => (
          <blockquote key={text}>
            <Prose text={text} />
            <Source source={sources[index]} />
          </blockquote>
        ))}
      </Section>
      <Section title="Facts">
        <dl className="facts">
          <Fact title="Seen here">
            {seen === null ? (
              "Never"
            ) : (
              <>
                {formatMany(seen.deliveries, "delivery", "deliveries")}, <Moment at={seen.firstAt} /> –{" "}
                <Moment at={seen.lastAt} /> <SeenLink vocabulary={vocabulary} value={entry.value} />
              </>
            )}
          </Fact>
          <Fact title="Enum member">
            <code>{name}</code>
          </Fact>
          {facts.map((fact) => (
            <Fact key={fact.title} title={fact.title}>
              {fact.value}
            </Fact>
          ))}
          {related.map(({ vocabulary: other, values }) => (
            <Fact key={other} title={`Related ${other}s`}>
              {values.map((one) => (
                <Link
                  key={one}
                  to="/catalog/$vocabulary/$value"
                  params={{ vocabulary: other, value: one }}
                  className="key"
                >
                  <code>{one}</code>
                </Link>
              ))}
            </Fact>
          ))}
          <Fact title="Evidence">
            <Tag>{evidence.kind}</Tag> {evidence.text}
          </Fact>
          {since !== null && <Fact title="Documented since">{since}</Fact>}
        </dl>
      </Section>
    </>
  );
}

/** The attempts of the last 90 days that ended with the value. */
function SeenLink({ vocabulary, value }: { readonly vocabulary: string; readonly value: string }) {
  const key = vocabulary === "event" ? "action" : vocabulary;
  return (
    <Link to="/attempts" search={{ range: "90d", [key]: value }}>
      Attempts that ended with it
    </Link>
  );
}

function Source({ source }: { readonly source: CatalogEntry["sources"][number] | undefined }) {
  if (source === undefined) return null;
  const words =
    source.heading === null || source.heading === source.page ? source.page : `${source.page}, ${source.heading}`;
  return (
    <footer>
      {source.url === null ? (
        words
      ) : (
        <a href={source.url} rel="noreferrer noopener">
          {words}
        </a>
      )}
    </footer>
  );
}

function Fact({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}
