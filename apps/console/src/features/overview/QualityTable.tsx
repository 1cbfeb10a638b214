/** Precision and recall of each class as figures and bars; an exact class has to be whole. */
import clsx from 'clsx';
import { formatCount, formatNumberOf } from '../../format/numbers';
import { TRUTH_CLASS_WORDS } from '../../live/truthWords';
import { formatFigure, type TruthRow } from './truth';

const HEAD = 'px-1 py-0.5 font-normal';

export function QualityTable({ rows }: { readonly rows: readonly TruthRow[] }) {
  return (
    <table className="w-full text-[13px]">
      <caption className="sr-only">Precision and recall by class, over the window</caption>
      <thead className="text-muted">
        <tr>
          <th className={`${HEAD} text-left`} scope="col">
            class
          </th>
          {['injected', 'precision', 'recall'].map((name) => (
            <th className={`${HEAD} text-right`} key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ClassRow key={row.name} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function ClassRow({ row }: { readonly row: TruthRow }) {
  const { name, isExact, isBroken, injected, found, mistaken, precision, recall } = row;
  const called = `${formatCount(found)} of ${formatCount(found + mistaken)} called so were`;
  return (
    <tr className="border-t border-line">
      <th className={`${HEAD} text-left`} scope="row">
        {TRUTH_CLASS_WORDS[name]}{' '}
        {isBroken ? (
          <span className="whitespace-nowrap text-bad">■ below 100 %</span>
        ) : (
          <span className="text-muted">{isExact ? 'exact' : 'fuzzy'}</span>
        )}
      </th>
      <td className="figures px-1 py-0.5 text-right" title={`${injected}`}>
        {formatCount(injected)}
      </td>
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
    <td className="px-1 py-0.5" title={hint}>
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
