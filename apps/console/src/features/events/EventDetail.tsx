/** All that is known of one event: what it says, when it passed each stage, what it did. */

import type { ResultExtras, StoredEvent } from '@trove/contracts';
import { formatCount } from '../../format/numbers';
import { wordOfVerdict, wordsOfCode } from '../../live/outcomes';
import { CopyId } from '../../ui/CopyId';
import { type Fact, FactList } from '../../ui/FactList';
import { JsonBlock } from '../../ui/JsonBlock';
import { OutcomeTag } from '../../ui/OutcomeTag';
import { TimeText } from '../../ui/TimeText';
import { StageBar } from './StageBar';

export function EventDetail({ event }: { readonly event: StoredEvent }) {
  return (
    <div className="flex flex-col gap-3 border-l-2 border-accent bg-ground px-3 py-3">
      <StageBar event={event} />
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

/** What the team was told beside; most results have none of it. */
function factsOfExtras(result: ResultExtras): Fact[] {
  const { reason, availableAt, hint, unlocked = [], badges = [], messages = [] } = result;
  const { unmet = [], suspicions = [], settled } = result;
  const facts: Fact[] = [];
  if (reason !== undefined) facts.push(['because', wordsOfCode(reason)]);
  if (suspicions.length > 0) facts.push(['suspected for', suspicions.join(', ')]);
  if (settled !== undefined) {
    const said = settled.as === 'overturned' ? 'points taken back' : 'points stand';
    facts.push([
      'settles',
      `position ${formatCount(settled.position)}: ${said}, ${settled.reason}`,
    ]);
  }
  if (unmet.length > 0) facts.push(['does not meet', unmet.join(', ')]);
  if (availableAt !== undefined) {
    const ms = Date.parse(availableAt);
    facts.push(['possible from', <TimeText as="millis" key="from" ms={ms} />]);
  }
  if (hint !== undefined) facts.push([`hint ${hint.id}`, hint.text]);
  if (unlocked.length > 0) facts.push(['unlocked', unlocked.join(', ')]);
  if (badges.length > 0) facts.push(['badges given', badges.join(', ')]);
  if (messages.length > 0) facts.push(['team was told', messages.join(' · ')]);
  return facts;
}
