/** The facts of a receipt as name and value: what it did, and where it stands. */
import type { Receipt, ResultExtras } from '@trove/contracts';
import { formatCount } from '../../format/numbers';
import { wordOfVerdict, wordsOfCode } from '../../live/outcomes';
import { CopyId } from '../../ui/CopyId';
import type { Fact } from '../../ui/FactList';
import { TimeText } from '../../ui/TimeText';

/** What the event did to its team, and what that is on the board of now. */
export function effectFacts(receipt: Receipt): Fact[] {
  const { verdict, clue, points, scoreBefore, scoreAfter, board, version } = receipt;
  const facts: Fact[] = [['team', <CopyId id={receipt.team} key="team" />]];
  if (verdict !== undefined) facts.push(['verdict', wordOfVerdict(verdict)]);
  if (clue !== undefined) facts.push(['clue', <CopyId id={clue} key="clue" />]);
  facts.push(['points', signed(points)]);
  if (scoreBefore !== undefined && scoreAfter !== undefined) {
    const score = scoreBefore === scoreAfter ? '' : `${formatCount(scoreBefore)} → `;
    facts.push(['score', `${score}${formatCount(scoreAfter)}`]);
  }
  if (board !== undefined) {
    facts.push([
      'on the board now',
      <span key="board" title="The ranks of both scores change as others score">
        rank {board.rankOfBefore} → {board.rankOfAfter}{' '}
        <span className="text-muted">
          read <TimeText as="clock" ms={board.readAt} />
        </span>
      </span>,
    ]);
  }
  if (version !== undefined) facts.push(['judged by', `rules v${version}`]);
  return [...facts, ...factsOfExtras(receipt.effects)];
}

/** Where the event came from and where it is kept. */
export function provenanceFacts({ id, player, hunt, provenance }: Receipt): Fact[] {
  const { partition, position, epoch, logId, door, source } = provenance;
  const facts: Fact[] = [
    ['id', <CopyId id={id} key="id" />],
    ['hunt', <CopyId id={hunt} key="hunt" />],
  ];
  if (player !== undefined) facts.push(['player', <CopyId id={player} key="player" />]);
  if (source !== undefined) facts.push(['source', <CopyId id={source} key="source" />]);
  if (door !== undefined) facts.push(['door', door]);
  if (logId !== undefined) facts.push(['log entry', <CopyId id={logId} key="log" />]);
  facts.push(
    ['partition', String(partition)],
    ['position', formatCount(position)],
    ['epoch', String(epoch)],
  );
  return facts;
}

/** What the team was told beside; most results have none of it. */
export function factsOfExtras(extras: ResultExtras): Fact[] {
  const { reason, availableAt, hint, unlocked = [], badges = [], messages = [] } = extras;
  const { rung, unmet = [], suspicions = [], settled } = extras;
  const facts: Fact[] = [];
  if (reason !== undefined) facts.push(['because', wordsOfCode(reason)]);
  if (rung !== undefined) facts.push(['told by its', rung]);
  if (suspicions.length > 0) facts.push(['suspected for', suspicions.join(', ')]);
  if (unmet.length > 0) facts.push(['does not meet', unmet.join(', ')]);
  if (settled !== undefined) {
    const { position, as, reason: said } = settled;
    facts.push(['settles', `position ${formatCount(position)}: ${as}, ${said}`]);
  }
  facts.push(...factsOfOperation(extras));
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

/** What an operator did by it. */
function factsOfOperation(extras: ResultExtras): Fact[] {
  const { adjusted, teamStatus, broadcast, board, phase, openedForAll, recomputed } = extras;
  const facts: Fact[] = [];
  if (adjusted !== undefined) facts.push(['adjusted for', adjusted.reason]);
  if (teamStatus !== undefined) facts.push(['team is', `${teamStatus.as}: ${teamStatus.reason}`]);
  if (broadcast !== undefined) facts.push([`said to ${broadcast.to ?? 'all'}`, broadcast.text]);
  if (board !== undefined) facts.push(['players’ board', board]);
  if (phase !== undefined) facts.push(['phase', phase]);
  if (openedForAll !== undefined) facts.push(['open for all', openedForAll]);
  if (recomputed !== undefined) {
    facts.push(['what was played', `counts by version ${recomputed.version}`]);
  }
  return facts;
}

function signed(points: number): string {
  return `${points > 0 ? '+' : ''}${formatCount(points)}`;
}
