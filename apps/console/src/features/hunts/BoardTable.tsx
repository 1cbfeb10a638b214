/** Teams by score; equal scores share a rank. */
import type { BoardRow } from '@trove/contracts';
import { formatCount } from '../../format/numbers';
import { CopyId } from '../../ui/CopyId';
import { Bar, BarCell, type Column, FigureCell, NameCell, Table } from '../../ui/Table';

const COLUMNS: readonly Column[] = [
  ['rank', 'figure'],
  ['team', 'name'],
  ['share of the best', 'bar'],
  ['points', 'figure'],
];

export function BoardTable({ rows }: { readonly rows: readonly BoardRow[] }) {
  const best = Math.max(1, ...rows.map(({ score }) => score));
  return (
    <Table caption="Board" className="[&>tbody]:text-sm" columns={COLUMNS}>
      {rows.map(({ rank, team, name, score }) => (
        <tr key={team}>
          <FigureCell className="w-14 text-muted">{rank}</FigureCell>
          <NameCell>
            {name === undefined ? (
              <CopyId id={team} />
            ) : (
              <>
                {name} <span className="text-[13px] text-muted">{team}</span>
              </>
            )}
          </NameCell>
          <BarCell>
            <Bar share={score / best} />
          </BarCell>
          <FigureCell>{formatCount(score)}</FigureCell>
        </tr>
      ))}
    </Table>
  );
}
