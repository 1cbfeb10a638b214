/** The same rows as a table, newest first: exact, and readable without a chart. */
import { formatMoment } from '../format/times';
import type { Row } from '../live/series';
import { Scrollable } from '../ui/Scrollable';
import type { Series } from './look';
import { marksAt, useTimeAxis, wordsOfMark } from './timeAxis';

interface RowsTableProps {
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly series: readonly Series[];
  readonly format: (value: number) => string;
  readonly onPick?: (atMs: number) => void;
  /** Pixels; as high as the chart it stands for. */
  readonly height: number;
}

const CELL = 'px-2 py-1 text-right';

export function RowsTable({ caption, rows, series, format, onPick, height }: RowsTableProps) {
  const axis = useTimeAxis();
  const spanMs = (rows.at(-1)?.at ?? 0) - (rows[0]?.at ?? 0);
  const hasMarks = rows.some(({ at }) => marksAt(axis, at).length > 0);
  return (
    <Scrollable className="" label={`${caption}, as a table`} maxHeight={height}>
      <table className="figures w-full text-[13px]">
        <caption className="sr-only">{caption}</caption>
        <thead className="sticky top-0 bg-panel text-muted">
          <tr>
            <th className="px-2 py-1 text-left font-normal" scope="col">
              time
            </th>
            {hasMarks && (
              <th className="px-2 py-1 text-left font-normal" scope="col">
                marks
              </th>
            )}
            {series.map(({ key, label }) => (
              <th className={`${CELL} font-normal`} key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.toReversed().map((row) => (
            <tr className="border-t border-line" key={row.at}>
              <th className="px-2 py-1 text-left font-normal" scope="row">
                {onPick ? (
                  <button className="underline" onClick={() => onPick(row.at)} type="button">
                    {formatMoment(row.at, spanMs)}
                  </button>
                ) : (
                  formatMoment(row.at, spanMs)
                )}
              </th>
              {hasMarks && (
                <td className="px-2 py-1 text-accent">
                  {marksAt(axis, row.at).map(wordsOfMark).join(', ')}
                </td>
              )}
              {series.map(({ key }) => (
                <td className={CELL} key={key}>
                  {typeof row[key] === 'number' ? format(row[key]) : '·'}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrollable>
  );
}
