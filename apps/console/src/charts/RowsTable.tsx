/** The same rows as a table, newest first: exact, and readable without a chart. */
import { formatMoment } from '../format/times';
import type { Row } from '../live/series';
import { Scrollable } from '../ui/Scrollable';
import { type Column, FigureCell, NameCell, Table } from '../ui/Table';
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

export function RowsTable({ caption, rows, series, format, onPick, height }: RowsTableProps) {
  const axis = useTimeAxis();
  const spanMs = (rows.at(-1)?.at ?? 0) - (rows[0]?.at ?? 0);
  const hasMarks = rows.some(({ at }) => marksAt(axis, at).length > 0);
  const columns: readonly Column[] = [
    ['time', 'name'],
    ...(hasMarks ? [['marks', 'name'] as const] : []),
    ...series.map(({ label }) => [label, 'figure'] as const),
  ];
  return (
    <Scrollable className="" label={`${caption}, as a table`} maxHeight={height}>
      <Table caption={caption} className="figures" columns={columns} hasStickyHead>
        {rows.toReversed().map((row) => (
          <tr key={row.at}>
            <NameCell>
              {onPick ? (
                <button className="underline" onClick={() => onPick(row.at)} type="button">
                  {formatMoment(row.at, spanMs)}
                </button>
              ) : (
                formatMoment(row.at, spanMs)
              )}
            </NameCell>
            {hasMarks && (
              <td className="text-accent">{marksAt(axis, row.at).map(wordsOfMark).join(', ')}</td>
            )}
            {series.map(({ key }) => (
              <FigureCell key={key}>
                {typeof row[key] === 'number' ? format(row[key]) : '·'}
              </FigureCell>
            ))}
          </tr>
        ))}
      </Table>
    </Scrollable>
  );
}
