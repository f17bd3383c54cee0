import type { ReactNode } from "react";

export interface Column<Row> {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly align?: "end";
  /** What a row is about: on a narrow screen each row becomes a card, with this cell as its heading. */
  readonly isHeading?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

/** A list of things of one kind. */
export function Table<Row>({
  caption,
  columns,
  rows,
  keyOf,
  isCurrent,
}: {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string | number;
  readonly isCurrent?: (row: Row) => boolean;
}) {
  const isCards = columns.some(({ isHeading }) => isHeading);
  return (
    <div className="table-frame">
      <table className={isCards ? "table table-cards" : "table"}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ title, align }) => (
              <th key={title} scope="col" className={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} data-current={isCurrent?.(row) || undefined}>
              {columns.map(({ title, align, isHeading, cell }) => (
                <td key={title} className={isHeading ? "heading" : align} data-title={title}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
