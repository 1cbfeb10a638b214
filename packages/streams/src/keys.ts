/** Every Redis key of Trove is built here. Keys of one partition share its hash slot. */

/** Prefix of an installation's keys; tests use one of their own on a shared server. */
export interface KeySpace {
  readonly prefix: string;
}

export const DEFAULT_KEYS: KeySpace = { prefix: 'trove' };

function inPartition({ prefix }: KeySpace, partition: number): string {
  return `${prefix}:{p${partition}}`;
}

/** The keys of one partition. */
export function partitionKeys(space: KeySpace, partition: number) {
  const slot = inPartition(space, partition);
  return {
    log: `${slot}:log`,
    out: `${slot}:out`,
    meta: `${slot}:meta`,
    owner: `${slot}:owner`,
    counters: `${slot}:counters`,
    /** How far each durable consumer of `out` is, by its name. */
    sinks: `${slot}:sinks`,
    /** What doors have pushed and devices acknowledged, for receipts; a stream. */
    deliveries: `${slot}:deliveries`,
    /** Conflicts and events that could not be decided; written by COMMIT. */
    quarantine: `${slot}:quarantine`,
    seen: (hunt: string, bucketMs: number) => `${slot}:seen:${hunt}:${bucketMs / 3_600_000}`,
    /** Identities that lie in quarantine and were never accepted; a set. */
    parked: (hunt: string) => `${slot}:parked:${hunt}`,
    hunt: (hunt: string) => `${slot}:hunt:${hunt}`,
    teams: (hunt: string) => `${slot}:teams:${hunt}`,
    /** Team by player, and by the codes of teams; empty of who has left. */
    players: (hunt: string) => `${slot}:players:${hunt}`,
    /** What recommendations are made of: successors and popularity by clue. */
    recommend: (hunt: string) => `${slot}:recommend:${hunt}`,
    /** Where each team is and what it was told. */
    trails: (hunt: string) => `${slot}:trails:${hunt}`,
    /** What checks of quality remember of each team. */
    watches: (hunt: string) => `${slot}:watches:${hunt}`,
    board: (hunt: string) => `${slot}:board:${hunt}`,
    /** The board as it stood when it was frozen; what it holds counts only while it is. */
    frozenBoard: (hunt: string) => `${slot}:frozen-board:${hunt}`,
  };
}

export type PartitionKeys = ReturnType<typeof partitionKeys>;

/**
 * The keys of a hunt that is recomputed beside its own, in the same slot; those of the partition
 * itself are its own.
 */
export function shadowKeys(space: KeySpace, partition: number, shadow: string): PartitionKeys {
  const at = (name: string) => () => `${inPartition(space, partition)}:shadow:${shadow}:${name}`;
  return {
    ...partitionKeys(space, partition),
    hunt: at('hunt'),
    teams: at('teams'),
    players: at('players'),
    recommend: at('recommend'),
    trails: at('trails'),
    watches: at('watches'),
    board: at('board'),
    frozenBoard: at('frozen-board'),
  };
}

/** How far a shadow is, and in which epoch. */
export function shadowPlaceKey(space: KeySpace, partition: number, shadow: string): string {
  return `${inPartition(space, partition)}:shadow:${shadow}:place`;
}

/** What makes up a hunt's state: all of it is swapped together. */
export function stateKeysOf(keys: PartitionKeys, hunt: string): readonly string[] {
  return [
    keys.hunt(hunt),
    keys.teams(hunt),
    keys.players(hunt),
    keys.board(hunt),
    keys.recommend(hunt),
    keys.trails(hunt),
    keys.watches(hunt),
    keys.frozenBoard(hunt),
  ];
}

/** Keys outside the partitions. */
export function globalKeys({ prefix }: KeySpace) {
  return {
    /** What the door refused; a stream. */
    quarantine: `${prefix}:quarantine`,
    /** Packets whose refusals stand there, by the time they came; a sorted set in the same slot. */
    quarantined: `{${prefix}:quarantine}:packets`,
    /** Slugs of all published hunts; a set. */
    hunts: `${prefix}:hunts`,
    live: (slug: string) => `${prefix}:hunt:${slug}:live`,
    /** Body of a hunt version by its content hash. */
    body: (hash: string) => `${prefix}:hunt-body:${hash}`,
    metrics: (process: string) => `${prefix}:metrics:${process}`,
    /** How many of them history had to leave out; a number. */
    unreadableFrames: `${prefix}:unreadable-frames`,
    /** Names of processes by the millisecond of their last frame; a sorted set. */
    processes: `${prefix}:processes`,
    /** Members by team that a door holds connections of; a hash that expires. */
    presence: (door: string) => `${prefix}:presence:${door}`,
    /** Doors by the millisecond of their last tick; a sorted set. */
    presenceDoors: `${prefix}:presence-doors`,
    /** Partition count of the installation, fixed at its first start. */
    partitions: `${prefix}:partitions`,
    /** Prefix of the job queues. */
    jobs: `${prefix}:jobs`,
  };
}
