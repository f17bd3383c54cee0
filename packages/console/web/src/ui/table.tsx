import type { ReactNode } from "react";

export interface Column<Row> {
  readonly title: string;
  /** Numbers stand at the right. */
  readonly align?: "end";
  readonly cell: (row: Row) => ReactNode;
}

/** A list of things of one kind. On a narrow screen each row becomes a card, with the titles beside its cells. */
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
  return (
    <div className="table-frame">
      <table className="table">
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
              {columns.map(({ title, align, cell }) => (
                <td key={title} className={align} data-title={title}>
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
