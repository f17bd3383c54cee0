import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import type { Revealed, SessionTimeline } from "../../../../src/api/types/index.ts";
import { isGone } from "../../api/client.ts";
import { meQuery, sessionQuery } from "../../api/queries.ts";
import { formatDuration, formatMany } from "../../lib/format.ts";
import { Page } from "../../ui/page.tsx";
import { Loaded } from "../../ui/states.tsx";
import { Copy, Id, Moment, Tag } from "../../ui/text.tsx";
import { AttemptSection } from "./attempt.tsx";
import { Erase } from "./erase.tsx";
import { EraseEndUser } from "./erase-end-user.tsx";
import { Reveal } from "./reveal.tsx";

/** What happened to one person, in words. */
export function SessionScreen() {
  const { ref } = useParams({ from: "/sessions/$ref" });
  const query = useQuery(sessionQuery(ref));
  const me = useQuery(meQuery);
  const [revealed, setRevealed] = useState<Revealed | null>(null);
  const timeline = isGone(query.error) ? undefined : query.data;
  const endUserId = timeline?.session.endUserId;
  const mayErase = me.data?.person?.role === "operator";
  return (
    <Page
      title="Session"
      tab={timeline === undefined ? "Session" : `Session ${timeline.session.sessionId}`}
      lead={timeline === undefined ? undefined : summaryOf(timeline)}
      actions={
        timeline !== undefined && (
          <>
            {timeline.masked && revealed === null && <Reveal sessionRef={ref} onRevealed={setRevealed} />}
            {mayErase && <Erase session={timeline.session} />}
            {mayErase && endUserId && <EraseEndUser endUserId={endUserId} />}
          </>
        )
      }
    >
      <Loaded query={query}>{(found) => <Timeline timeline={found} revealed={revealed} />}</Loaded>
    </Page>
  );
}

function summaryOf({ session }: SessionTimeline): string {
  const length = Date.parse(session.lastAt) - Date.parse(session.firstAt);
  return `${formatMany(session.attempts, "attempt")}, ${formatMany(session.deliveries, "delivery", "deliveries")} within ${formatDuration(length)}.`;
}

function Timeline({ timeline, revealed }: { readonly timeline: SessionTimeline; readonly revealed: Revealed | null }) {
  const { session, attempts, masked } = timeline;
  const ids = revealed ?? session;
  return (
    <>
      <dl className="facts">
        <div>
          <dt>Session</dt>
          <dd>
            <Id>{ids.sessionId}</Id>{" "}
            {masked && revealed === null ? <Tag>masked</Tag> : <Copy text={ids.sessionId} what="the session id" />}
          </dd>
        </div>
        <div>
          <dt>Vendor data</dt>
          <dd>
            <Id>{ids.vendorData}</Id>
          </dd>
        </div>
        <div>
          <dt>End-user</dt>
          <dd>
            <Id>{ids.endUserId}</Id>
          </dd>
        </div>
        <div>
          <dt>Feature</dt>
          <dd>
            <Id>{session.feature}</Id>
          </dd>
        </div>
        <div>
          <dt>First and last arrival</dt>
          <dd>
            <Moment at={session.firstAt} /> – <Moment at={session.lastAt} />
          </dd>
        </div>
      </dl>
      <p className="note">
        Events carry no time: the moments are those of arrival, and a retried event can arrive hours later than it
        happened.
      </p>
      {attempts.map((attempt) => (
        <AttemptSection
          key={attempt.number}
          attempt={attempt}
          attemptId={revealed?.attemptIds[attempt.number - 1] ?? attempt.attemptId}
        />
      ))}
      {timeline.shownDeliveries < session.deliveries && (
        <p className="note">
          Only the first {formatMany(timeline.shownDeliveries, "delivery", "deliveries")} are shown. Export the session
          to see the rest: <code>flow-console export</code>.
        </p>
      )}
    </>
  );
}
