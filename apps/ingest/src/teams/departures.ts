/**
 * Members who have left their teams, as far as a token of theirs may still live: this door takes
 * nothing from them. It hears of them as it does of everything, by the results; what was under way
 * before is refused where the log is decided.
 */
import type { DoorClaims, LeftPush, Problem, ResultExtras } from '@trove/contracts';
import { problem } from '@trove/contracts';
import type { OutEntry } from '@trove/streams';
import { PLAYER_TOKEN_MS } from '../tokens/tokens.js';
import { TEAM_DOOR_LIMITS } from './limits.js';

/** How what players do to teams begins: nothing else of a commit is parsed for it. */
const BEGINS = '{"membership":';

/** A team of which the members have changed. */
export interface TeamChange {
  readonly hunt: string;
  readonly team: string;
  /** Who is in it no more; absent when nobody has gone. */
  readonly left?: LeftPush;
}

type Seat = Pick<LeftPush, 'hunt' | 'team' | 'member'>;

export class Departures {
  /** When each has left, ms; who left first stands first. */
  private readonly leftMs = new Map<string, number>();
  /** Until then a token may live of somebody who left before what this door has heard. */
  private lacksUntilMs = 0;

  /** Remembers who has left by a commit; answers the teams it has changed, in log order. */
  note(entry: OutEntry): TeamChange[] {
    const changes = teamChangesIn(entry);
    const committedMs = entry.committedAtUs / 1000;
    for (const { left } of changes) if (left !== undefined) this.add(left, committedMs);
    return changes;
  }

  /** Why these claims are worth nothing any more; undefined while they are. */
  refusal(claims: DoorClaims): Problem | undefined {
    if (claims.kind === 'source' || !this.leftMs.has(nameOf(claims))) return undefined;
    return problem('not_in_team', `the player has left ${claims.team}`);
  }

  /** What was committed before this time, ms, was not heard. */
  heardSince(atMs: number): void {
    this.lacksUntilMs = Math.max(this.lacksUntilMs, atMs + PLAYER_TOKEN_MS);
  }

  /** Whether somebody may have left whom this door does not know of. */
  mayLack(nowMs: number): boolean {
    return nowMs < this.lacksUntilMs;
  }

  private add(left: Seat, atMs: number): void {
    this.forget(atMs);
    this.leftMs.set(nameOf(left), atMs);
  }

  private forget(nowMs: number): void {
    for (const [name, leftMs] of this.leftMs) {
      const isOld = leftMs < nowMs - PLAYER_TOKEN_MS;
      if (!isOld && this.leftMs.size < TEAM_DOOR_LIMITS.departures) return;
      this.leftMs.delete(name);
    }
  }
}

function nameOf({ hunt, team, member }: Seat): string {
  return `${hunt}/${team}/${member}`;
}

function teamChangesIn({ blob }: OutEntry): TeamChange[] {
  const found: TeamChange[] = [];
  for (const [row, text] of blob.rowsWithExtras) {
    if (!text.startsWith(BEGINS)) continue;
    const { membership } = JSON.parse(text) as ResultExtras;
    if (membership === undefined) continue;
    const { change, member, reason } = membership;
    const place = { hunt: blob.names.at(blob.huntOf(row)), team: blob.names.at(blob.teamOf(row)) };
    const hasLeft = change === 'left' || change === 'removed';
    found.push(
      hasLeft ? { ...place, left: { ...place, member, change, ...(reason && { reason }) } } : place,
    );
  }
  return found;
}
