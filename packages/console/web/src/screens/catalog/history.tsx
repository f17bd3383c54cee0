import type { CatalogStep, CatalogView } from "../../../../src/api/types/index.ts";
import { formatMany } from "../../lib/format.ts";
import { Section } from "../../ui/page.tsx";
import { Moment, Tag } from "../../ui/text.tsx";

/** From which pages the catalog is made, and what changed between those that this console ran with. */
export function History({ catalog: { pages, history } }: { readonly catalog: CatalogView }) {
  return (
    <>
      <Section title="What changed">
        {history.length === 0 ? (
          <p className="note">
            This console has run with one version only. After an upgrade, what changed stands here.
          </p>
        ) : (
          history.map((step) => <Step key={step.at} step={step} />)
        )}
      </Section>
      <Section title="Pages">
        <ul className="plain">
          {pages.map(({ title, url, published }) => (
            <li key={title}>
              {url === null ? (
                title
              ) : (
                <a href={url} rel="noreferrer noopener">
                  {title}
                </a>
              )}
              {published !== null && <span className="faint"> published {published}</span>}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Step({ step: { from, to, at, added, gone, reworded } }: { readonly step: CatalogStep }) {
  return (
    <details className="step">
      <summary>
        {from} → {to}, <Moment at={at} />: {formatMany(added.length, "value")} added, {gone.length} gone,{" "}
        {reworded.length} reworded
      </summary>
      <ul className="plain">
        {added.map(({ vocabulary, value, title }) => (
          <li key={`+ ${vocabulary} ${value}`}>
            <Tag kind="good">added</Tag> {title} <code>{value}</code> <span className="faint">{vocabulary}</span>
          </li>
        ))}
        {gone.map(({ vocabulary, value, title }) => (
          <li key={`- ${vocabulary} ${value}`}>
            <Tag kind="warn">gone</Tag> {title} <code>{value}</code> <span className="faint">{vocabulary}</span>
          </li>
        ))}
        {reworded.map((one) => (
          <li key={`~ ${one.vocabulary} ${one.value} ${one.from}`}>
            <Tag>reworded</Tag> <code>{one.value}</code> <del>{one.from}</del> <ins>{one.to}</ins>
          </li>
        ))}
      </ul>
    </details>
  );
}
