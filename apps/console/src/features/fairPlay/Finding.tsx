'use client';
/** The operator's two answers on a suspected event. */
import type { Standing } from '@trove/contracts';
import { useId, useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { settleSuspect } from '../../server/commands/settleSuspect';
import type { OperateAnswer } from '../../server/operations';
import { Button } from '../../ui/Button';
import { wordsOfStanding } from './wordsOfStanding';

export interface Settleable {
  readonly hunt: string;
  readonly team: string;
  readonly position: number;
  readonly points: number;
  readonly standing: Standing | undefined;
}

interface FindingProps {
  readonly suspected: Settleable;
  readonly onAnswer: (answer: OperateAnswer) => void;
}

/** The reason is asked for first: the team reads it. */
export function Finding({ suspected, onAnswer }: FindingProps) {
  const { hunt, team, position, standing, points } = suspected;
  const words = wordsOfStanding(points);
  const [reason, setReason] = useState('');
  const [isPending, startTransition] = useTransition();
  const id = useId();
  const settle = (as: Standing) => {
    startTransition(async () => {
      const said = await settleSuspect({ hunt, team, position, as, reason }).catch(() => NO_ANSWER);
      onAnswer(said);
      if (said.isDone) setReason('');
    });
  };
  const isReady = reason.trim() !== '' && !isPending;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <label className="sr-only" htmlFor={id}>
        Why, for the team to read
      </label>
      <input
        className="h-9 min-w-0 flex-1 basis-56 rounded-md border border-line bg-panel px-3"
        id={id}
        maxLength={280}
        onChange={({ target }) => setReason(target.value)}
        placeholder="Why, for the team to read"
        value={reason}
      />
      {standing !== 'confirmed' && (
        <Button disabled={!isReady} onClick={() => settle('confirmed')}>
          {words.confirmed.act}
        </Button>
      )}
      {standing !== 'overturned' && (
        <Button disabled={!isReady} onClick={() => settle('overturned')} tone="danger">
          {words.overturned.act}
        </Button>
      )}
    </div>
  );
}
