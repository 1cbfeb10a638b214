/**
 * Tells a team's connections how it stands when members or their presence change, once a second
 * at most, and closes the connections of who has left.
 */
import type { LeftPush, LiveHunt, TeamView } from '@trove/contracts';
import { type CompiledHunt, teamView } from '@trove/core';
import {
  type OutEntry,
  PRESENCE_BOUNDS,
  placeOfField,
  presenceField,
  readStandings,
  type TroveRedis,
} from '@trove/streams';
import type { ActsUnderWay } from './actsUnderWay.js';
import type { Departures } from './departures.js';
import { TEAM_DOOR_LIMITS } from './limits.js';
import type { Presence } from './presence.js';

/** The connections of a door, by team. */
export interface TeamSockets {
  has(hunt: string, team: string): boolean;
  tell(view: TeamView): void;
  /** Tells a member's connections that it has left, and closes them. */
  close(left: LeftPush): void;
}

export interface TeamPusherDeps {
  readonly redis: TroveRedis;
  readonly sockets: TeamSockets;
  readonly presence: Presence;
  readonly departures: Departures;
  readonly acts: ActsUnderWay;
  readonly hunt: (slug: string) => LiveHunt | undefined;
  readonly rules: (live: LiveHunt) => Promise<Pick<CompiledHunt, 'teams'>>;
  onError(error: unknown): void;
}

export class TeamPusher {
  /** Teams to tell, as `presenceField` has them. */
  private readonly changed = new Set<string>();
  private readonly timer: NodeJS.Timeout;
  private ticking: Promise<void> | undefined;

  constructor(private readonly deps: TeamPusherDeps) {
    this.timer = setInterval(() => this.tick(), PRESENCE_BOUNDS.tickMs);
  }

  onCommit(entry: OutEntry): void {
    for (const { hunt, team, left } of this.deps.departures.note(entry)) {
      this.changed.add(presenceField(hunt, team));
      if (left !== undefined) this.closeLeft(left);
    }
  }

  /** The answer to who asked for it leaves before its connection is closed. */
  private closeLeft(left: LeftPush): void {
    const close = () => setImmediate(() => this.deps.sockets.close(left));
    this.deps.acts.ended(left).then(close, this.deps.onError);
  }

  /** Without Redis there is nothing to wait for: what this door holds there expires. */
  async close(): Promise<void> {
    clearInterval(this.timer);
    if (this.deps.redis.status !== 'ready') return;
    await this.ticking;
    await this.deps.presence.end();
  }

  private tick(): void {
    this.ticking ??= this.tellChanged()
      .catch((error: unknown) => this.deps.onError(error))
      .finally(() => {
        this.ticking = undefined;
      });
  }

  private async tellChanged(): Promise<void> {
    for (const field of await this.deps.presence.tick()) this.changed.add(field);
    const fields = [...this.changed].slice(0, TEAM_DOOR_LIMITS.pushesPerTick);
    for (const field of fields) this.changed.delete(field);
    try {
      await this.tellAll(fields);
    } catch (error) {
      // They are told with the next tick.
      for (const field of fields) this.changed.add(field);
      throw error;
    }
  }

  private async tellAll(fields: readonly string[]): Promise<void> {
    const byHunt = new Map<string, string[]>();
    for (const field of fields) {
      const { hunt, team } = placeOfField(field);
      if (!this.deps.sockets.has(hunt, team)) continue;
      const teams = byHunt.get(hunt) ?? [];
      byHunt.set(hunt, teams);
      teams.push(team);
    }
    for (const [slug, teams] of byHunt) await this.tell(slug, teams);
  }

  private async tell(slug: string, teams: readonly string[]): Promise<void> {
    const { redis, presence, sockets } = this.deps;
    const live = this.deps.hunt(slug);
    if (live === undefined) return;
    const rules = await this.deps.rules(live);
    const standings = await readStandings(redis, live, { teams });
    standings.forEach((standing, i) => {
      const team = teams[i] as string;
      sockets.tell(teamView({ live, rules, team, standing, present: presence.of(slug, team) }));
    });
  }
}
