import { useQuery } from "@tanstack/react-query";
import { Link, useParams, useSearch } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import type { DeliveryDetail } from "../../../../src/api/types/index.ts";
import { deliveryQuery } from "../../api/queries.ts";
import { formatBytes } from "../../lib/format.ts";
import { secretWords } from "../../lib/secrets.ts";
import { Loaded } from "../../ui/states.tsx";
import { Code, Id, Moment, Tag, Value } from "../../ui/text.tsx";
import { Body } from "./body.tsx";
import { Reprocess } from "./reprocess.tsx";
import { verdicts, warningWords } from "./words.ts";

/** One delivery, with all that is kept of it. */
export function Delivery() {
  const { position } = useParams({ from: "/deliveries/$position" });
  const search = useSearch({ from: "/deliveries" });
  const query = useQuery(deliveryQuery(Number(position)));
  useEffect(() => {
    document.title = `Delivery ${position} · Flow Console`;
    return () => {
      document.title = "Deliveries · Flow Console";
    };
  }, [position]);
  return (
    <section className="panel" aria-labelledby="delivery">
      <header>
        <h2 id="delivery" tabIndex={-1} data-arrival="">
          Delivery {position}
        </h2>
        <Link to="/deliveries" search={search} resetScroll={false} className="button button-quiet">
          Close
        </Link>
      </header>
      <Loaded query={query}>{(delivery) => <Detail key={delivery.position} delivery={delivery} />}</Loaded>
    </section>
  );
}

function Detail({ delivery }: { readonly delivery: DeliveryDetail }) {
  const { verdict, why, event, status, size, secret, digest, catalogVersion, keys, headers, warnings } = delivery;
  const headerList = Object.entries(headers);
  return (
    <>
      <p>
        <Tag kind={verdicts[verdict].kind}>{verdicts[verdict].title}</Tag> <Moment at={delivery.receivedAt} /> answered{" "}
        <strong>{status}</strong>
      </p>
      {why !== null && (
        <p>
          {why.sentence} <code>{why.code}</code>
        </p>
      )}
      {verdict === "quarantined" && <Reprocess delivery={delivery} />}
      <dl className="facts facts-narrow">
        {event !== null && (
          <>
            <Fact title="Event">
              <Value words={event.action} /> <span className="code">{event.code}</span>
            </Fact>
            {event.reason !== null && (
              <Fact title="Reason">
                <Value words={event.reason} />
              </Fact>
            )}
            {event.state !== null && (
              <Fact title="State">
                <Value words={event.state} />
              </Fact>
            )}
            <Fact title="Session">
              <Link to="/sessions/$ref" params={{ ref: event.session }}>
                <Id>{event.sessionId}</Id>
              </Link>
            </Fact>
            <Fact title="Attempt">
              <Id>{event.attemptId}</Id>
            </Fact>
          </>
        )}
        {verdict !== "rejected" && <Fact title="Secret that matched">{secretWords(secret)}</Fact>}
        {size !== null && <Fact title="Size">{formatBytes(size)}</Fact>}
        {digest !== null && (
          <Fact title="SHA-256">
            <Id>{digest}</Id>
          </Fact>
        )}
        {catalogVersion !== null && <Fact title="Read with catalog">{catalogVersion}</Fact>}
        {keys.length > 0 && (
          <Fact title="Members">
            {keys.map((key) => (
              <Code key={key} className="key">
                {key}
              </Code>
            ))}
          </Fact>
        )}
      </dl>
      {warnings.map(({ code, path }) => (
        <p key={`${code} ${path}`} className="warning">
          {warningWords(code)} <Code>{path}</Code>
        </p>
      ))}
      <Body position={delivery.position} />
      <h3>Headers</h3>
      {headerList.length === 0 ? (
        <p className="note">None are kept of a refused delivery.</p>
      ) : (
        <dl className="headers">
          {headerList.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
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
