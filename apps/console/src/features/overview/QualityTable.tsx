/** Precision and recall of each class as figures and bars; an exact class has to be whole. */
import clsx from 'clsx';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { TRUTH_CLASS_WORDS } from '../../live/truthWords';
import { type Column, FigureCell, NameCell, Table } from '../../ui/Table';
import { formatFigure, type TruthRow } from './truth';

const COLUMNS: readonly Column[] = [
  ['class', 'name'],
  ['injected', 'figure'],
  ['precision', 'figure'],
  ['recall', 'figure'],
];

export function QualityTable({ rows }: { readonly rows: readonly TruthRow[] }) {
  return (
    <Table caption="Precision and recall by class, over the window" columns={COLUMNS} isTight>
      {rows.map((row) => (
        <ClassRow key={row.name} row={row} />
      ))}
    </Table>
  );
}

function ClassRow({ row }: { readonly row: TruthRow }) {
  const { name, isExact, isBroken, injected, found, mistaken, precision, recall } = row;
  const called = `${formatCount(found)} of ${formatCount(found + mistaken)} called so were`;
  return (
    <tr>
      <NameCell>
        {TRUTH_CLASS_WORDS[name]}{' '}
        {isBroken ? (
          <span className="whitespace-nowrap text-bad">■ below 100 %</span>
        ) : (
          <span className="text-muted">{isExact ? 'exact' : 'fuzzy'}</span>
        )}
      </NameCell>
      <FigureCell title={`${injected}`}>{formatCount(injected)}</FigureCell>
      <Share hint={called} isBroken={isBroken} share={precision} />
      <Share
        hint={`${formatCount(found)} of ${formatNumberOf(injected, 'injected one')} found`}
        isBroken={isBroken}
        share={recall}
      />
    </tr>
  );
}

interface ShareProps {
  readonly share: number | null;
  readonly hint: string;
  readonly isBroken: boolean;
}

function Share({ share, hint, isBroken }: ShareProps) {
  const colour = isBroken ? 'var(--bad)' : 'var(--good)';
  return (
    <td title={hint}>
      <span className="flex items-center justify-end gap-2">
        {share !== null && (
          <span
            aria-hidden="true"
            className="relative hidden h-1.5 min-w-8 flex-1 rounded-sm bg-raised sm:block"
          >
            <span
              className="absolute inset-y-0 left-0 rounded-sm"
              style={{ width: `${share * 100}%`, background: colour }}
            />
          </span>
        )}
        <span className={clsx('figures w-14 text-right', isBroken && share !== 1 && 'text-bad')}>
          {formatFigure(share)}
        </span>
      </span>
    </td>
  );
}
