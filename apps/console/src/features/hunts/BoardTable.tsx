/** Teams by score; equal scores share a rank. */
import type { BoardRow } from '@trove/contracts';
import { formatCount } from '../../format/numbers';
import { CopyId } from '../../ui/CopyId';

export function BoardTable({ rows }: { readonly rows: readonly BoardRow[] }) {
  const best = Math.max(1, ...rows.map(({ score }) => score));
  return (
    <table className="w-full">
      <caption className="sr-only">Board</caption>
      <thead className="text-[13px] text-muted">
        <tr>
          <th className="w-14 px-2 py-1 text-right font-normal" scope="col">
            rank
          </th>
          <th className="px-2 py-1 text-left font-normal" scope="col">
            team
          </th>
          <th className="hidden w-1/2 sm:table-cell" scope="col">
            <span className="sr-only">share of the best</span>
          </th>
          <th className="px-2 py-1 text-right font-normal" scope="col">
            points
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ rank, team, name, score }) => (
          <tr className="border-t border-line" key={team}>
            <td className="figures px-2 py-1 text-right text-muted">{rank}</td>
            <th className="px-2 py-1 text-left font-normal" scope="row">
              {name === undefined ? (
                <CopyId id={team} />
              ) : (
                <>
                  {name} <span className="text-[13px] text-muted">{team}</span>
                </>
              )}
            </th>
            <td aria-hidden="true" className="hidden px-2 sm:table-cell">
              <span
                className="block h-1.5 rounded-sm bg-accent opacity-70"
                style={{ width: `${Math.max(0, (score / best) * 100)}%` }}
              />
            </td>
            <td className="figures px-2 py-1 text-right">{formatCount(score)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
