/** What a draft would change, in three numbers. */
import type { BacktestResult } from '@trove/contracts';
import type { ReactNode } from 'react';
import { formatCount } from '../../format/numbers';
import { signed } from './words';

export function ThreeNumbers({ result }: { readonly result: BacktestResult }) {
  const { changed, changedPoints, teamsMoved, pointsGained, pointsLost } = result;
  return (
    <dl className="m-0 grid grid-cols-1 gap-4 sm:grid-cols-3">
      <Figure name="verdicts changed" note={`${formatCount(changedPoints)} in points`}>
        {formatCount(changed)}
      </Figure>
      <Figure name="teams moved" note="on the board">
        {formatCount(teamsMoved)}
      </Figure>
      <Figure name="points moved" note={`${signed(pointsGained)} and ${signed(-pointsLost)}`}>
        {formatCount(pointsGained + pointsLost)}
      </Figure>
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly note: string;
  readonly children: ReactNode;
}

function Figure({ name, note, children }: FigureProps) {
  return (
    <div className="flex flex-col">
      <dt className="order-2 text-[13px] text-muted">
        {name} · {note}
      </dt>
      <dd className="figures m-0 text-xl font-medium">{children}</dd>
    </div>
  );
}
