/** All that is known of one event: what it says, when it passed each stage, what it did. */

import type { StoredEvent } from '@trove/contracts';
import Link from 'next/link';
import { formatCount } from '../../format/numbers';
import { wordOfVerdict } from '../../live/outcomes';
import { CopyId } from '../../ui/CopyId';
import { type Fact, FactList } from '../../ui/FactList';
import { JsonBlock } from '../../ui/JsonBlock';
import { OutcomeTag } from '../../ui/OutcomeTag';
import { TimeText } from '../../ui/TimeText';
import { useScopedHref } from '../frame/useScopedHref';
import { factsOfExtras } from '../receipt/receiptFacts';
import { StageBar } from './StageBar';

export function EventDetail({ event }: { readonly event: StoredEvent }) {
  const hrefTo = useScopedHref();
  const place = { of: event.hunt, position: event.position };
  return (
    <div className="flex flex-col gap-3 border-l-2 border-accent bg-ground px-3 py-3">
      <StageBar event={event} />
      <Link
        className="self-start text-accent underline"
        href={hrefTo(`/events/${event.id}`, place)}
      >
        Receipt: why it counted or not
      </Link>
      <FactList facts={[...factsOfEvent(event), ...factsOfResult(event)]} />
      {event.data === undefined ? (
        <p className="text-muted">The log no longer holds what it said.</p>
      ) : (
        <JsonBlock title="What it said" value={event.data} />
      )}
      <details>
        <summary className="cursor-pointer text-muted">Everything, as JSON</summary>
        <JsonBlock title="Everything" value={event} />
      </details>
    </div>
  );
}

function factsOfEvent(event: StoredEvent): Fact[] {
  return [
    ['id', <CopyId id={event.id} key="id" />],
    ['type', <code key="type">{event.type}</code>],
    ['team', <CopyId id={event.team} key="team" />],
    ['player', <CopyId id={event.player} key="player" />],
    ['hunt', <CopyId id={event.hunt} key="hunt" />],
    ['source', <CopyId id={event.source} key="source" />],
    ['happened', <TimeText as="millis" key="happened" ms={Date.parse(event.time)} />],
    ['received', <TimeText as="millis" key="received" ms={event.receivedAt} />],
    [
      'in the log',
      `partition ${event.partition}, position ${formatCount(event.position)}, epoch ${event.epoch}`,
    ],
  ];
}

function factsOfResult({ result }: StoredEvent): Fact[] {
  const { outcome, verdict, points = 0, score, version, clue, rules = [], firstPosition } = result;
  const facts: Fact[] = [
    [
      'outcome',
      <span className="inline-flex gap-1" key="outcome">
        <OutcomeTag outcome={outcome} />
        {verdict && `· ${wordOfVerdict(verdict)}`}
      </span>,
    ],
    ['points', `${points > 0 ? '+' : ''}${formatCount(points)}`],
  ];
  if (score !== undefined) facts.push(['team has now', formatCount(score)]);
  if (clue !== undefined) facts.push(['clue', <CopyId id={clue} key="clue" />]);
  if (version !== undefined) facts.push(['judged by', `rules v${version}`]);
  if (rules.length > 0) facts.push(['rules that fired', rules.join(', ')]);
  if (firstPosition !== undefined) {
    facts.push(['first seen at', `position ${formatCount(firstPosition)}`]);
  }
  return [...facts, ...factsOfExtras(result)];
}
