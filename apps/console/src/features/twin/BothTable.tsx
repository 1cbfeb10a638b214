/** Figures of the live state beside those of the twin; what differs is marked. */
import { formatCount } from '../../format/numbers';
import { type Column, FigureCell, NameCell, Table } from '../../ui/Table';
import type { BothRow } from './figures';

interface BothTableProps {
  readonly caption: string;
  readonly rows: readonly BothRow[];
}

const COLUMNS: readonly Column[] = [
  ['name', 'name'],
  ['live', 'figure'],
  ['twin', 'figure'],
];

export function BothTable({ caption, rows }: BothTableProps) {
  return (
    <Table caption={caption} columns={COLUMNS}>
      {rows.map(({ name, live, twin }) => (
        <tr key={name}>
          <NameCell className="max-w-40 truncate">{name}</NameCell>
          <FigureCell>{formatCount(live)}</FigureCell>
          <FigureCell className={live === twin ? '' : 'text-doubt'}>
            {live === twin ? formatCount(twin) : `▲ ${formatCount(twin)}`}
          </FigureCell>
        </tr>
      ))}
    </Table>
  );
}
