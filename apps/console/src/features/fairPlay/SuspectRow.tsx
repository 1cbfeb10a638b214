'use client';
/** One suspected event: what is suspected and why it matters, and the operator's two answers. */
import type { Standing, Suspicion } from '@trove/contracts';
import Link from 'next/link';
import { useId, useState, useTransition } from 'react';
import { NO_ANSWER } from '../../fetching/noAnswer';
import { useOutcome } from '../../fetching/useOutcome';
import { formatCount } from '../../format/numbers';
import { settleSuspect } from '../../server/commands/settleSuspect';
import type { OperateAnswer } from '../../server/operations';
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
  const [answered, setAnswered] = useState<OperateAnswer>();
  const answer = useOutcome(answered);
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
        {points === 0 ? (
          <span className="text-muted">no points</span>
        ) : (
          <span className="figures text-accent">
            {points > 0 ? '+' : ''}
            {formatCount(points)}
          </span>
        )}
        <AgainText again={suspected.again} lastMs={suspected.lastMs} />
        <Link className="text-accent underline" href={hrefTo('/events', { id: suspected.eventId })}>
          See the event
        </Link>
        <StandingText points={points} standing={suspected.standing} />
      </div>
      <Finding
        onAnswer={(said) => {
          setAnswered(said);
          onSettled();
        }}
        suspected={suspected}
      />
      <AnswerNotice answer={answer} />
    </li>
  );
}

/** Those like it that are settled with it. */
function AgainText({ again, lastMs }: Pick<NamedSuspect, 'again' | 'lastMs'>) {
  if (again === undefined) return null;
  return (
    <span className="text-muted">
      and {formatCount(again.times)} more like it, the last at <TimeText as="millis" ms={lastMs} />
    </span>
  );
}

/** What the two answers are called, and what is said once they are given. */
const WITH_POINTS = {
  confirmed: { act: 'Points stand', says: 'points stand' },
  overturned: { act: 'Take points back', says: 'points taken back' },
};
const WITHOUT_POINTS = {
  confirmed: { act: 'It was fair', says: 'found fair' },
  overturned: { act: 'It was not fair', says: 'found unfair' },
};

function StandingText({ standing, points }: Pick<NamedSuspect, 'standing' | 'points'>) {
  if (standing === undefined) return <span className="text-doubt">open</span>;
  const { says } = (points === 0 ? WITHOUT_POINTS : WITH_POINTS)[standing];
  return <span className={standing === 'confirmed' ? 'text-good' : 'text-doubt'}>{says}</span>;
}

interface FindingProps {
  readonly suspected: NamedSuspect;
  readonly onAnswer: (answer: OperateAnswer) => void;
}

/** The reason is asked for first: the team reads it. */
function Finding({ suspected, onAnswer }: FindingProps) {
  const { hunt, team, position, standing, points } = suspected;
  const words = points === 0 ? WITHOUT_POINTS : WITH_POINTS;
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
