import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { AttemptTimeline, TimelineEvent, Words } from "../../../../src/api/types/index.ts";
import { formatDuration, formatMany } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Prose } from "../../ui/prose.tsx";
import { Code, Foreign, Id, Moment, Tag } from "../../ui/text.tsx";
import { Body } from "../deliveries/body.tsx";
import { warningWords } from "../deliveries/words.ts";

/** One attempt: how it ended in a sentence, then its events as they arrived. */
export function AttemptSection({
  attempt,
  attemptId,
}: {
  readonly attempt: AttemptTimeline;
  readonly attemptId: string | null;
}) {
  const { outcome } = attempt;
  const id = useId();
  return (
    <section className="attempt" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          <span className="attempt-number">Attempt {attempt.number}</span> <Foreign>{outcome.sentence}</Foreign>
        </h2>
        <p className="attempt-facts">
          {outcome.stage !== null && <Tag kind="accent">{outcome.stage.title}</Tag>}
          {outcome.lane !== null && outcome.lane.value !== "main" && <Tag>{outcome.lane.title}</Tag>}
          <Id>{attemptId}</Id>
        </p>
      </header>
      <ol className="timeline">
        {attempt.events.map((event) => (
          <EventItem key={event.deliveries[0]?.position} event={event} />
        ))}
      </ol>
    </section>
  );
}

function EventItem({ event }: { readonly event: TimelineEvent }) {
  const [first, ...repeats] = event.deliveries;
  const [showsBody, setShowsBody] = useState(false);
  if (first === undefined) return null;
  return (
    <li className="event" data-action={event.action.value}>
      <p className="event-time">
        <Moment at={first.receivedAt} />
        {event.sincePrevious !== null && <span className="since">+{formatDuration(event.sincePrevious)}</span>}
      </p>
      <div className="event-words">
        <h3>
          <Foreign>{event.action.title}</Foreign> <Code>{event.action.value}</Code>{" "}
          <span className="code">{event.code}</span>
          {!event.action.known && <Tag kind="warn">not in the catalog</Tag>}
          {event.late && (
            <Tag kind="warn" title="It arrived after an event that it should precede">
              arrived late
            </Tag>
          )}
          {repeats.length > 0 && (
            <Tag title="The same event was delivered more than once">×{event.deliveries.length}</Tag>
          )}
        </h3>
        <Described label="Reason" words={event.reason} />
        <Described label="State" words={event.state} {...(event.stage === null ? {} : { at: event.stage.title })} />
        {event.warnings.map(({ code, path }) => (
          <p key={`${code} ${path}`} className="warning">
            {warningWords(code)} <Code>{path}</Code>
          </p>
        ))}
        <div className="event-foot">
          <Button kind="quiet" onPress={() => setShowsBody(!showsBody)}>
            {showsBody ? "Hide the body" : "Body"}
          </Button>
          <Link to="/deliveries/$position" params={{ position: String(first.position) }} className="quiet-link">
            Delivery {first.position}
          </Link>
          {repeats.length > 0 && (
            <details className="repeats">
              <summary>{formatMany(repeats.length, "repeat")}</summary>
              <ul>
                {repeats.map(({ position, receivedAt }) => (
                  <li key={position}>
                    <Link to="/deliveries/$position" params={{ position: String(position) }}>
                      Delivery {position}
                    </Link>{" "}
                    <Moment at={receivedAt} />{" "}
                    <span className="since">
                      +{formatDuration(Date.parse(receivedAt) - Date.parse(first.receivedAt))}
                    </span>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
        {showsBody && <Body position={first.position} />}
      </div>
    </li>
  );
}

function Described({
  label,
  words,
  at,
}: {
  readonly label: string;
  readonly words: Words | null;
  readonly at?: string;
}) {
  if (words === null) return null;
  return (
    <div className="described">
      <p>
        <span className="described-label">{label}</span>{" "}
        <strong>
          <Foreign>{words.title}</Foreign>
        </strong>{" "}
        <Code>{words.value}</Code>
        {at !== undefined && <Tag>{at}</Tag>}
        {!words.known && <Tag kind="warn">not in the catalog</Tag>}
      </p>
      {words.descriptions.map((text) => (
        <div key={text} className="description">
          <Prose text={text} />
        </div>
      ))}
    </div>
  );
}
