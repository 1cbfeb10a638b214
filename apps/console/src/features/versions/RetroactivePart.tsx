'use client';
/**
 * The way to a publication that counts for what was played: what it would move first, and only then
 * the button.
 */
import { useQuery } from '@tanstack/react-query';
import type { BacktestResult, Mistake } from '@trove/contracts';
import { useState, useTransition } from 'react';
import { fetchJson } from '../../fetching/fetchJson';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { foretellRepublication, republishDraft } from '../../server/commands/republish';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';
import type { BacktestAnswer } from '../backtest/answers';
import { RankSlope } from '../backtest/RankSlope';
import { Progress, REFRESH_MS } from '../backtest/RunPanel';
import { ThreeNumbers } from '../backtest/ThreeNumbers';
import { groundWords, isUnended } from '../backtest/words';
import { useDraft } from '../draft/DraftProvider';
import type { Told } from './VersionsScreen';

interface RetroactivePartProps {
  readonly newest: number;
  readonly isBlocked: boolean;
  /** What came of asking for it; mistakes where the file has some after all. */
  readonly onTold: (answer: Told & { readonly mistakes?: readonly Mistake[] }) => void;
}

export function RetroactivePart({ newest, isBlocked, onTold }: RetroactivePartProps) {
  const { slug, revision } = useDraft().draft;
  const [asked, setAsked] = useState<{ readonly run: string; readonly revision: number }>();
  const [isPending, startTransition] = useTransition();
  // What was foretold of another state of the draft says nothing of this one.
  const foretold = asked?.revision === revision ? asked.run : undefined;
  const foretell = () => {
    startTransition(async () => {
      const answer = await foretellRepublication({ slug, revision }).catch(() => NO_ANSWER);
      if ('run' in answer && answer.run !== undefined) setAsked({ run: answer.run, revision });
      else onTold(answer);
    });
  };
  const publish = (run: string) => {
    startTransition(async () => {
      const order = { slug, revision, expects: newest, foretold: run };
      const answer = await republishDraft(order).catch(() => NO_ANSWER);
      if (answer.isDone) setAsked(undefined);
      onTold(answer);
    });
  };
  if (foretold === undefined) {
    return (
      <span>
        <Button disabled={isPending || isBlocked} onClick={foretell} tone="main">
          {isPending ? 'Asking …' : 'Show what it would move'}
        </Button>
      </span>
    );
  }
  return (
    <Foretold run={foretold}>
      {(result) => (
        <Verdict result={result}>
          <Button disabled={isPending || isBlocked} onClick={() => publish(foretold)} tone="main">
            Publish as version {newest + 1}, also for what was played
          </Button>
          <Button disabled={isPending || isBlocked} onClick={foretell}>
            Look again
          </Button>
        </Verdict>
      )}
    </Foretold>
  );
}

interface ForetoldProps {
  readonly run: string;
  readonly children: (result: BacktestResult) => React.ReactNode;
}

function Foretold({ run: id, children }: ForetoldProps) {
  const { data, isError } = useQuery({
    queryKey: ['backtest', id],
    queryFn: () => fetchJson<BacktestAnswer>(`/api/backtests/${id}`),
    refetchInterval: ({ state }) => (state.data && !isUnended(state.data.run) ? false : REFRESH_MS),
  });
  const run = data?.run;
  if (run === undefined) {
    return isError ? (
      <Notice tone="doubt">The console does not answer. It is asked again.</Notice>
    ) : (
      <p className="m-0 text-muted">Loading …</p>
    );
  }
  if (isUnended(run)) return <Progress run={run} />;
  if (run.result === undefined) {
    return <Notice tone="bad">It could not be foretold: {run.says ?? run.state}</Notice>;
  }
  return children(run.result);
}

interface VerdictProps {
  readonly result: BacktestResult;
  readonly children: React.ReactNode;
}

/** What it would move, and what the record can't tell; without that nothing can be recomputed. */
function Verdict({ result, children }: VerdictProps) {
  const isSeen = result.isWhole && result.lost === 0;
  return (
    <div className="flex flex-col gap-3">
      <ThreeNumbers result={result} />
      <p className="m-0 text-[13px] text-muted">{groundWords(result).join(' · ')}</p>
      {result.ranks.length > 0 && <RankSlope ranks={result.ranks} />}
      {isSeen ? (
        <span className="flex flex-wrap gap-2">{children}</span>
      ) : (
        <Notice tone="bad">
          Some of what was played is not kept any more, so it can’t be recomputed. It can be
          published from now on.
        </Notice>
      )}
    </div>
  );
}
