/** Who is in the team, in the plainest words: a list of players, in the order of their numbers. */
import type { LoggedEvent } from '@trove/core';

interface Seat {
  readonly player: string;
  readonly member: number;
}

export class TeamOracle {
  private seats: readonly Seat[] = [];
  private captain: Seat | undefined;
  private given = 0;
  private code: string | undefined;

  has(player: string): boolean {
    return this.seats.some((seat) => seat.player === player);
  }

  /** Members as `number:player`, the captain marked. */
  get words(): string[] {
    return this.seats.map((seat) => {
      return `${seat.member}:${seat.player}${seat === this.captain ? '*' : ''}`;
    });
  }

  happen(event: LoggedEvent): void {
    if (event.type === 'team.made.v1' && this.code === undefined) {
      this.code = event.data.code;
      this.add(event.data.player);
    }
    if (event.type === 'player.joined.v1' && event.data.code === this.code) {
      if (!this.has(event.data.player)) this.add(event.data.player);
    }
    if (event.type === 'player.left.v1') this.drop(event.data.player);
    if (event.type === 'player.removed.v1' && this.captain?.player === event.data.captain) {
      this.sendAway(event.data);
    }
    if (event.type === 'team.member_removed.v1') this.sendAway(event.data);
    if (event.type === 'team.captain_changed.v1' && this.captain?.player === event.data.captain) {
      this.captain = this.seats.find(({ member }) => member === event.data.member) ?? this.captain;
    }
  }

  private add(player: string): void {
    this.given += 1;
    this.seats = [...this.seats, { player, member: this.given }];
    this.captain ??= this.seats.at(-1);
  }

  private sendAway({ member, code }: { readonly member: number; readonly code: string }): void {
    const gone = this.seats.find((seat) => seat.member === member);
    if (gone === undefined) return;
    this.drop(gone.player);
    this.code = code;
  }

  private drop(player: string): void {
    this.seats = this.seats.filter((seat) => seat.player !== player);
    if (this.captain?.player === player) this.captain = this.seats[0];
  }
}
