'use client';
/** The card of an event that the door refused: when and why, and where to mend it. */
import type { QuarantineState, RefusedEvent } from '@trove/contracts';
import Link from 'next/link';
import { wordsOfCode } from '../../live/outcomes';
import { CopyId } from '../../ui/CopyId';
import { type Fact, FactList } from '../../ui/FactList';
import { OutcomeTag } from '../../ui/OutcomeTag';
import { Panel } from '../../ui/Panel';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';

interface RefusedCardProps {
  readonly refused: RefusedEvent;
  /** Its entry on the quarantine screen. */
  readonly entry: string;
}

export function RefusedCard({ refused, entry }: RefusedCardProps) {
  const hrefTo = useScopedHref();
  return (
    <article aria-label="Receipt" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-xl font-medium break-words">{refused.type ?? 'Refused event'}</h1>
        <OutcomeTag outcome={refused.outcome} />
      </div>
      <Panel state={{ is: 'live' }} title="Refused by the door">
        <p className="mt-0 mb-2">
          {refused.why} It never reached the log.{' '}
          <Link
            className="text-accent underline"
            href={hrefTo('/quarantine', { state: 'all', entry })}
          >
            See it in quarantine
          </Link>
        </p>
        <FactList facts={factsOf(refused)} />
      </Panel>
    </article>
  );
}

const STATE_WORDS: Readonly<Record<QuarantineState, string>> = {
  open: 'open: somebody has to look at it',
  replayed: 'sent again by an operator',
  discarded: 'discarded by an operator',
};

function factsOf(refused: RefusedEvent): Fact[] {
  const { refusedAt, code, path, detail, version, state, ...envelope } = refused;
  const { id, hunt, team, player, source } = envelope;
  const names = Object.entries({ hunt, team, player, source, id });
  return [
    ['refused', <TimeText as="millis" key="refused" ms={refusedAt} />],
    ['because', wordsOfCode(code)],
    ...(path === undefined ? [] : [['field', path] as const]),
    ['found', detail],
    ...(state === undefined ? [] : [['in quarantine', STATE_WORDS[state]] as const]),
    ...(version === undefined ? [] : [['rules in force', `v${version}`] as const]),
    ...names.flatMap(([name, value]): Fact[] => {
      return value === undefined ? [] : [[name, <CopyId id={value} key={name} />]];
    }),
  ];
}
