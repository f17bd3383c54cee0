import { type ReactNode, useEffect } from "react";
import { visible } from "../lib/visible.ts";

/** A screen: its title in the tab and as its heading, what can be done with it, and what it is about in a sentence. */
export function Page({
  title,
  tab = title,
  lead,
  actions,
  children,
}: {
  readonly title: ReactNode;
  /** The title in the browser's tab. */
  readonly tab?: ReactNode;
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${visible(String(tab))} · Flow Console`;
  }, [tab]);
  return (
    <>
      <header className="page-header">
        <div>
          <h1 tabIndex={-1}>{title}</h1>
          {lead !== undefined && <p className="lead">{lead}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  );
}

/** A part of a screen with a heading of its own. */
export function Section({
  title,
  note,
  actions,
  children,
}: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className="section" aria-label={title}>
      <header className="section-header">
        <h2>{title}</h2>
        {actions}
      </header>
      {note !== undefined && <div className="note">{note}</div>}
      {children}
    </section>
  );
}
