/** What the players of one team do: come and go, lead, and scan with phones of their own. */
import { type LoggedEvent, type MembershipEvent, sourceOfPlayer } from '@trove/core';
import { mintedAt, moved, playEvent, type SeededSource } from '@trove/testkit';
import { HUNT } from './simulated.fixture.js';

/** No other client of the simulation plays for it. */
export const OWLS = 'owls';
const PLAYERS = ['ada', 'bob', 'cy'] as const;
/** Numbers that members have at some time, and one that nobody gets so soon. */
const MEMBERS = [1, 2, 3, 4, 5, 99];

/** Each code is another one; whoever guesses names one of the last. */
const codeOf = (number: number) => `CODE-${number}`;

export class TeamMaker {
  private number = 0;
  private codes = 0;

  constructor(private readonly random: SeededSource) {}

  next(nowMs: number): LoggedEvent {
    this.number += 1;
    const { random } = this;
    return mintedAt(
      random.chance(0.5) ? this.scan() : moved(this.move(), this.number + 5_000),
      nowMs,
    );
  }

  /** By the player's own device, whether the player is in the team or not. */
  private scan(): LoggedEvent {
    const player = this.random.pick(PLAYERS);
    const code = this.random.pick(['CLOCK', 'VAULT', 'NOPE']);
    const options = { number: 50_000 + this.number, team: OWLS };
    const event = playEvent('code.scanned.v1', { code }, options);
    return { ...event, player, source: sourceOfPlayer(HUNT, player) };
  }

  private move(): MembershipEvent {
    const { random } = this;
    const [player, captain] = [random.pick(PLAYERS), random.pick(PLAYERS)];
    const member = random.pick(MEMBERS);
    const code = codeOf(this.codes - random.below(2));
    const team = OWLS;
    return random.pick<() => MembershipEvent>([
      () => ({ type: 'team.made.v1', data: { player, team, name: 'Owls', code: this.newCode() } }),
      () => ({ type: 'player.joined.v1', data: { player, team, code } }),
      () => ({ type: 'player.joined.v1', data: { player, team, code } }),
      () => ({ type: 'player.left.v1', data: { player, team } }),
      () => ({
        ...{ type: 'player.removed.v1' },
        data: { team, captain, member, code: this.newCode() },
      }),
      () => ({ type: 'team.captain_changed.v1', data: { team, captain, member } }),
      () => ({
        ...{ type: 'team.member_removed.v1' },
        data: { team, member, code: this.newCode(), by: 'sim', reason: 'sim' },
      }),
    ])();
  }

  private newCode(): string {
    this.codes += 1;
    return codeOf(this.codes);
  }
}
