'use client';
/** One suspected event: what is suspected and why it matters, and the operator's two answers. */
import type { Standing, Suspicion } from '@trove/contracts';
import Link from 'next/link';
import { useId, useState, useTransition } from 'react';
import { formatCount } from '../../format/numbers';
import { type SettleAnswer, settleSuspect } from '../../server/commands/settleSuspect';
import { AnswerNotice } from '../../ui/AnswerNotice';
import { Button } from '../../ui/Button';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';
import type { Suspected } from './answers';

const WORDS: Readonly<Record<Suspicion, string>> = {
  travel: 'too far for the time',
  guessing: 'guessing',
  sharing: 'another team’s mistake',
};

interface SuspectRowProps {
  readonly suspected: Suspected;
  readonly onSettled: () => void;
}

export function SuspectRow({ suspected, onSettled }: SuspectRowProps) {
  const [answer, setAnswer] = useState<SettleAnswer>();
  const { event, isOpen } = suspected;
  const hrefTo = useScopedHref();
  const { clue, points = 0, suspicions = [] } = event.result;
  return (
    <li className="flex flex-col gap-2 border-t border-line px-2 py-2.5 first:border-t-0">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <TimeText as="millis" ms={event.committedAt} />
        <strong className="font-medium">
          {suspicions.map((suspicion) => WORDS[suspicion]).join(', ')}
        </strong>
        <span>
          {event.teamName ?? event.team}
          <span className="text-muted"> in {event.hunt}</span>
          {clue !== undefined && <span className="text-muted"> · {event.clueTitle ?? clue}</span>}
        </span>
        <span className="figures text-accent">
          {points > 0 ? '+' : ''}
          {formatCount(points)}
        </span>
        <Link className="text-accent underline" href={hrefTo('/events', { id: event.id })}>
          See the event
        </Link>
        <StandingText suspected={suspected} />
      </div>
      {isOpen && (
        <Finding
          onAnswer={(said) => {
            setAnswer(said);
            onSettled();
          }}
          suspected={suspected}
        />
      )}
      <AnswerNotice answer={answer} />
    </li>
  );
}

function StandingText({
  suspected: { isOpen, standing, event },
}: {
  readonly suspected: Suspected;
}) {
  if (standing === 'confirmed') return <span className="text-good">points stand</span>;
  if (standing === 'overturned') return <span className="text-doubt">points taken back</span>;
  if (isOpen) return <span className="text-doubt">open</span>;
  const moved = event.result.points ?? 0;
  return <span className="text-muted">{moved === 0 ? 'moved no points' : 'settled long ago'}</span>;
}

interface FindingProps {
  readonly suspected: Suspected;
  readonly onAnswer: (answer: SettleAnswer) => void;
}

/** The reason is asked for first: the team reads it. */
function Finding({ suspected: { event, standing }, onAnswer }: FindingProps) {
  const [reason, setReason] = useState('');
  const [isPending, startTransition] = useTransition();
  const id = useId();
  const settle = (as: Standing) => {
    const { hunt, team, position } = event;
    startTransition(async () => {
      const said = await settleSuspect({ hunt, team, position, as, reason }).catch(() => AWAY);
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

const AWAY: SettleAnswer = {
  isDone: false,
  says: 'The console does not answer. Look here again before you try once more.',
};
