/** Clues that somebody would solve and nobody did, and those the other way round. */
import type { BacktestResult, ClueChange } from '@trove/contracts';
import { formatNumberOf } from '../../format/numbers';

export function ClueChanges({ result }: { readonly result: BacktestResult }) {
  return (
    <ul className="m-0 list-none p-0 text-[13px]">
      {result.reached.map((change) => (
        <Clue change={change} isReached key={change.clue} />
      ))}
      {result.unreached.map((change) => (
        <Clue change={change} key={change.clue} />
      ))}
    </ul>
  );
}

interface ClueProps {
  readonly change: ClueChange;
  readonly isReached?: boolean;
}

function Clue({ change: { clue, before, after }, isReached = false }: ClueProps) {
  return (
    <li className="flex flex-wrap gap-x-3 border-t border-line px-2 py-1.5 first:border-t-0">
      <span className={isReached ? 'text-good' : 'text-bad'}>
        {isReached ? '● reached' : '■ reached by nobody'}
      </span>
      <code className="min-w-0 flex-1 truncate">{clue}</code>
      <span className="text-muted">
        {isReached
          ? `solved by nobody, would be by ${formatNumberOf(after, 'team')}`
          : `solved by ${formatNumberOf(before, 'team')}, would be by nobody`}
      </span>
    </li>
  );
}
