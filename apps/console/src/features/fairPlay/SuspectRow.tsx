'use client';
/** One suspected event: what is suspected and why it matters, and the operator's two answers. */
import type { Standing, Suspicion } from '@trove/contracts';
import Link from 'next/link';
import { useId, useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { formatCount } from '../../format/numbers';
import { type SettleAnswer, settleSuspect } from '../../server/commands/settleSuspect';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { Button } from '../../ui/Button';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';
import type { NamedSuspect } from './answers';

const WORDS: Readonly<Record<Suspicion, string>> = {
  travel: 'too far for the time',
  guessing: 'guessing',
  sharing: 'another team’s mistake',
  position: 'position too vague or too old',
};

interface SuspectRowProps {
  readonly suspected: NamedSuspect;
  readonly onSettled: () => void;
}

export function SuspectRow({ suspected, onSettled }: SuspectRowProps) {
  const [answer, setAnswer] = useState<SettleAnswer>();
  const { hunt, team, clue, points, suspicions } = suspected;
  const hrefTo = useScopedHref();
  return (
    <li className="flex flex-col gap-2 border-t border-line px-2 py-2.5 first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <TimeText as="millis" ms={suspected.madeMs} />
        <strong className="font-medium">
          {suspicions.map((suspicion) => WORDS[suspicion]).join(', ')}
        </strong>
        <span>
          {suspected.teamName ?? team}
          <span className="text-muted"> in {hunt}</span>
          {clue !== undefined && (
            <span className="text-muted"> · {suspected.clueTitle ?? clue}</span>
          )}
        </span>
        <span className="figures text-accent">
          {points > 0 ? '+' : ''}
          {formatCount(points)}
        </span>
        <Link className="text-accent underline" href={hrefTo('/events', { id: suspected.eventId })}>
          See the event
        </Link>
        <StandingText standing={suspected.standing} />
      </div>
      <Finding
        onAnswer={(said) => {
          setAnswer(said);
          onSettled();
        }}
        suspected={suspected}
      />
      <AnswerNotice answer={answer} />
    </li>
  );
}

function StandingText({ standing }: Pick<NamedSuspect, 'standing'>) {
  if (standing === 'confirmed') return <span className="text-good">points stand</span>;
  if (standing === 'overturned') return <span className="text-doubt">points taken back</span>;
  return <span className="text-doubt">open</span>;
}

interface FindingProps {
  readonly suspected: NamedSuspect;
  readonly onAnswer: (answer: SettleAnswer) => void;
}

/** The reason is asked for first: the team reads it. */
function Finding({ suspected, onAnswer }: FindingProps) {
  const { hunt, team, position, standing } = suspected;
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
          Points stand
        </Button>
      )}
      {standing !== 'overturned' && (
        <Button disabled={!isReady} onClick={() => settle('overturned')} tone="danger">
          Take points back
        </Button>
      )}
    </div>
  );
}
