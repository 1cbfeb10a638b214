'use client';
/** Backtests of a hunt, newest first; one of them is looked at. */
import type { BacktestRun } from '@trove/contracts';
import clsx from 'clsx';
import { useRef } from 'react';
import { formatShare } from '../../format/numbers';
import { TimeText } from '../../ui/TimeText';
import { useListKeys } from '../../ui/useListKeys';
import { scopeWords } from './words';

interface RunListProps {
  readonly runs: readonly BacktestRun[];
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

export function RunList({ runs, chosen, onChoose }: RunListProps) {
  const list = useRef<HTMLUListElement>(null);
  useListKeys(list, {});
  return (
    <ul className="m-0 list-none p-0 text-[13px]" ref={list}>
      {runs.map((run) => (
        <li className="border-t border-line first:border-t-0" key={run.id}>
          <button
            aria-current={run.id === chosen}
            className={clsx(
              'flex w-full flex-wrap gap-x-4 rounded px-2 py-1.5 text-left hover:bg-raised',
              run.id === chosen && 'bg-raised',
            )}
            data-row=""
            onClick={() => onChoose(run.id)}
            type="button"
          >
            <span className={clsx('w-24', run.state === 'failed' && 'text-bad')}>
              {run.state}
              {run.state === 'running' && run.total > 0 && ` ${formatShare(run.done / run.total)}`}
            </span>
            <span className="min-w-0 flex-1 truncate">{scopeWords(run)}</span>
            <span className="figures text-muted" title={run.draftHash}>
              draft {run.draftHash.slice(0, 7)}
            </span>
            <span className="text-muted">
              {run.by} <TimeText as="age" ms={run.askedAt} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
