/** Makes what a simulated team says into events of the log. */
import { CONTROL_SOURCE, type ControlData, type EventData, type EventType } from '@trove/contracts';
import { numberedIdentity } from '../pipeline/memoryFold.js';
import type { LoggedEvent } from '../ports/loggedEvent.js';

const SOURCE = '/trove/playtest';

export class SimEvents {
  private made = 0;

  constructor(private readonly hunt: string) {}

  play<T extends EventType>(team: string, atMs: number, said: Said<T>): LoggedEvent {
    return { ...this.base(team, atMs), source: SOURCE, ...said } as LoggedEvent;
  }

  published(atMs: number): LoggedEvent {
    const data = { version: 1, hash: '0'.repeat(64) };
    return this.control('', atMs, { type: 'hunt.published.v1', data });
  }

  joined(team: string, atMs: number): LoggedEvent {
    const data = { player: team, team, teamName: team };
    return this.control(team, atMs, { type: 'player.joined.v1', data });
  }

  judged(data: ControlData<'photo.judged.v1'>, atMs: number): LoggedEvent {
    return this.control(data.team, atMs, { type: 'photo.judged.v1', data });
  }

  private control(team: string, atMs: number, said: Pick<LoggedEvent, 'type' | 'data'>) {
    return { ...this.base(team, atMs), source: CONTROL_SOURCE, ...said } as LoggedEvent;
  }

  private base(team: string, atMs: number) {
    const timeMs = Math.floor(atMs);
    this.made += 1;
    return {
      ...{ identity: numberedIdentity(timeMs, this.made), digest: String(this.made) },
      ...{ hunt: this.hunt, player: team, team, timeMs },
      ...{ sentAtMs: timeMs, receivedAtUs: timeMs * 1_000 },
    };
  }
}

export interface Said<T extends EventType = EventType> {
  readonly type: T;
  readonly data: EventData<T>;
}
