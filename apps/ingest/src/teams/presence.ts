/** Which members have a connection: those of this door as they come and go, the others' by tick. */
import type { PlayerClaims } from '@trove/contracts';
import {
  endPresence,
  PRESENCE_BOUNDS,
  presenceField,
  readPresent,
  readRevisions,
  type TroveRedis,
  writePresence,
} from '@trove/streams';

type Seat = Pick<PlayerClaims, 'hunt' | 'team' | 'member'>;

export interface PresenceDeps {
  readonly redis: TroveRedis;
  /** This process's name as a door. */
  readonly door: string;
  readonly nowMs: () => number;
}

export class Presence {
  /** Connections by member, by team. */
  private readonly own = new Map<string, Map<number, number>>();
  /** Members at other doors, of teams that this door has connections of. */
  private others = new Map<string, Set<number>>();
  /** Teams of which Redis does not know how they stand here. */
  private readonly unwritten = new Set<string>();
  /** Grows with every write that changes something, also over a restart of the door. */
  private revision = 0;
  private doors: readonly string[] = [];
  /** Where the changes of the other doors stood when they were read. */
  private read = '';
  /** A team has come here of which the other doors were not asked. */
  private hasNewTeams = false;

  constructor(private readonly deps: PresenceDeps) {}

  enter({ hunt, team, member }: Seat): void {
    const key = presenceField(hunt, team);
    const members = this.own.get(key) ?? new Map<number, number>();
    if (members.size === 0) this.hasNewTeams = true;
    this.own.set(key, members);
    const before = members.get(member) ?? 0;
    members.set(member, before + 1);
    if (before === 0) this.unwritten.add(key);
  }

  leave({ hunt, team, member }: Seat): void {
    const key = presenceField(hunt, team);
    const members = this.own.get(key);
    const before = members?.get(member) ?? 0;
    if (before > 1) members?.set(member, before - 1);
    if (before !== 1) return;
    members?.delete(member);
    if (members?.size === 0) this.own.delete(key);
    this.unwritten.add(key);
  }

  /** Members with a connection, over all doors as far as this one has heard. */
  of(hunt: string, team: string): Set<number> {
    const key = presenceField(hunt, team);
    return new Set([...(this.own.get(key)?.keys() ?? []), ...(this.others.get(key) ?? [])]);
  }

  /** The same of a team that need not be at this door. */
  async ask(hunt: string, team: string): Promise<Set<number>> {
    const key = presenceField(hunt, team);
    if (this.own.has(key)) return this.of(hunt, team);
    const found = await readPresent(this.deps.redis, { doors: this.doors, teams: [key] });
    return found.get(key) ?? new Set();
  }

  /** Writes what has changed here, reads what has elsewhere; answers the teams that stand anew. */
  async tick(): Promise<ReadonlySet<string>> {
    const changed = [...this.unwritten].slice(0, PRESENCE_BOUNDS.teamsPerTick);
    for (const key of changed) this.unwritten.delete(key);
    try {
      await this.write(changed);
      return new Set([...changed, ...(await this.readOthers())]);
    } catch (error) {
      for (const key of changed) this.unwritten.add(key);
      throw error;
    }
  }

  /** A door that stops leaves nobody behind. */
  async end(): Promise<void> {
    await endPresence(this.deps.redis, this.deps.door);
  }

  private async write(teams: readonly string[]): Promise<void> {
    const { redis, door } = this.deps;
    const nowMs = Math.floor(this.deps.nowMs());
    if (teams.length > 0) this.revision = Math.max(this.revision + 1, nowMs);
    const { revision } = this;
    const changed = new Map(teams.map((key) => [key, [...(this.own.get(key)?.keys() ?? [])]]));
    const { others, wasKept } = await writePresence(redis, { door, nowMs, revision, changed });
    if (!wasKept) {
      for (const key of this.own.keys()) if (!changed.has(key)) this.unwritten.add(key);
    }
    this.doors = others;
  }

  private async readOthers(): Promise<string[]> {
    const { doors } = this;
    const { redis } = this.deps;
    const revisions = doors.length === 0 ? [] : await readRevisions(redis, doors);
    const read = JSON.stringify([doors, revisions]);
    if (read === this.read && !this.hasNewTeams) return [];
    // Teams that come while the others are read are asked for with the next tick.
    this.hasNewTeams = false;
    const before = this.others;
    const teams = [...this.own.keys()];
    try {
      this.others = await this.presentElsewhere(teams);
    } catch (error) {
      this.hasNewTeams = true;
      throw error;
    }
    this.read = read;
    return teams.filter((key) => !isSame(before.get(key), this.others.get(key)));
  }

  private async presentElsewhere(teams: readonly string[]): Promise<Map<string, Set<number>>> {
    const { doors } = this;
    const others = new Map<string, Set<number>>();
    for (let from = 0; from < teams.length; from += PRESENCE_BOUNDS.teamsPerTick) {
      const page = teams.slice(from, from + PRESENCE_BOUNDS.teamsPerTick);
      const present = await readPresent(this.deps.redis, { doors, teams: page });
      for (const [key, members] of present) others.set(key, members);
    }
    return others;
  }
}

function isSame(one: ReadonlySet<number> = NOBODY, other: ReadonlySet<number> = NOBODY): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

const NOBODY: ReadonlySet<number> = new Set();
