'use client';
/** One suspected event: what is suspected, of whom, where, and what is at stake. */
import type { Suspicion } from '@trove/contracts';
import Link from 'next/link';
import { formatCount } from '../../format/numbers';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';
import type { NamedSuspect } from './answers';
import { CaseRow } from './CaseRow';
import { PointsText } from './PointsText';
import { StandingText } from './StandingText';
import { writeTeam } from './teamParameter';

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
  const { hunt, team, clue, points, suspicions } = suspected;
  const hrefTo = useScopedHref();
  return (
    <CaseRow onSettled={onSettled} suspected={suspected}>
      <TimeText as="millis" ms={suspected.madeMs} />
      <strong className="font-medium">
        {suspicions.map((suspicion) => WORDS[suspicion]).join(', ')}
      </strong>
      <span>
        <Link
          className="underline decoration-line"
          href={hrefTo('/fair-play', { hunt, team: writeTeam(hunt, team) })}
        >
          {suspected.teamName ?? team}
        </Link>
        <span className="text-muted"> in {hunt}</span>
        {clue !== undefined && <span className="text-muted"> · {suspected.clueTitle ?? clue}</span>}
      </span>
      <PointsText points={points} />
      <AgainText again={suspected.again} lastMs={suspected.lastMs} />
      <Link className="text-accent underline" href={hrefTo('/events', { id: suspected.eventId })}>
        See the event
      </Link>
      <StandingText points={points} standing={suspected.standing} />
    </CaseRow>
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
