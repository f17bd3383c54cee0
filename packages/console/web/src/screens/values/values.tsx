import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { UnknownValue } from "../../../../src/api/types/index.ts";
import { valuesQuery } from "../../api/queries.ts";
import { formatMany } from "../../lib/format.ts";
import { carriersSearch } from "../../lib/url.ts";
import { Page } from "../../ui/page.tsx";
import { Empty, Loaded } from "../../ui/states.tsx";
import { Code, Foreign, Id, Listing, Moment, Tag } from "../../ui/text.tsx";

/** What arrived that the catalog does not know, most recent first, ready to be proposed. */
export function Values() {
  const query = useQuery(valuesQuery);
  return (
    <Page
      title="Unknown values"
      lead="Values that arrived and that the catalog does not know. Nothing is refused because of them: they are new, or not documented yet."
    >
      <Loaded query={query}>
        {(values) =>
          values.length === 0 ? (
            <Empty title="The catalog knows every value that arrived.">
              <p>
                A new one appears here with its first delivery. See <Link to="/catalog">what the catalog knows</Link>.
              </p>
            </Empty>
          ) : (
            <ul className="cards">
              {values.map((value) => (
                <li key={`${value.path} ${value.value}`}>
                  <ValueCard value={value} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Page>
  );
}

function ValueCard({ value }: { readonly value: UnknownValue }) {
  const carriers = carriersSearch(value);
  const { path, vocabulary, closest, knownAs, examples, overlay, report } = value;
  return (
    <article className="card">
      <header>
        <h2>
          <Foreign>{value.title}</Foreign>
        </h2>
        <Tag>{path}</Tag>
        <span className="card-count">
          <Count value={value} />
        </span>
      </header>
      {value.value !== value.title && value.value.trim() !== "" && (
        <p>
          <Code className="id">{value.value}</Code>
        </p>
      )}
      {knownAs !== null && (
        <p className="warning">
          It is known, as a value of <strong>{knownAs}</strong>: it came in another place than documented.
        </p>
      )}
      <dl className="facts">
        <div>
          <dt>First seen</dt>
          <dd>
            <Moment at={value.firstAt} />
          </dd>
        </div>
        <div>
          <dt>Last seen</dt>
          <dd>
            <Moment at={value.lastAt} ago />
          </dd>
        </div>
        {closest.length > 0 && vocabulary !== null && (
          <div className="wide">
            <dt>Looks like</dt>
            <dd>
              {closest.map((known) => (
                <Link
                  key={known}
                  to="/catalog/$vocabulary/$value"
                  params={{ vocabulary, value: known }}
                  className="key"
                >
                  <code>{known}</code>
                </Link>
              ))}
            </dd>
          </div>
        )}
        <div className="wide">
          <dt>Examples</dt>
          <dd>
            {examples.map(({ session, sessionId, at }) => (
              <span key={session} className="example">
                <Link to="/sessions/$ref" params={{ ref: session }}>
                  <Id>{sessionId}</Id>
                </Link>{" "}
                <Moment at={at} />
              </span>
            ))}
          </dd>
        </div>
      </dl>
      {carriers !== null && (
        <p>
          <Link to="/attempts" search={carriers}>
            Attempts that ended with it
          </Link>
        </p>
      )}
      <details className="propose">
        <summary>Propose it</summary>
        <Listing what="Report for the documentation" text={report} />
        {overlay !== null && <Listing what="Overlay for the catalog" text={overlay} />}
      </details>
    </article>
  );
}

/** Deliveries are found again by their action alone: what else they carry leads to the attempts that ended with it. */
function Count({ value: { path, value, deliveries } }: { readonly value: UnknownValue }) {
  const words = formatMany(deliveries, "delivery", "deliveries");
  if (path !== "action") return words;
  return (
    <Link to="/deliveries" search={{ action: value }}>
      {words}
    </Link>
  );
}
