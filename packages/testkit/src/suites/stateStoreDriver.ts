/** Drives one StateStore through a log, as a worker does, with state that a test chooses. */
import {
  type Chunk,
  decide,
  type EventLog,
  type Held,
  type LogEntry,
  type LoggedEvent,
  type Repeat,
  type StateStore,
  type StateView,
} from '@trove/core';
import { compiled, emptyView, huntDefinition, mintedAt, playEvent } from '../fixtures.js';

export interface StateStoreSubject {
  readonly log: EventLog;
  readonly store: StateStore;
  close(): Promise<void>;
}

export const HASH = 'a'.repeat(64);
const rules = compiled(huntDefinition());
/** A rule of every effect, a hint and clues whose unlocking is noted. */
export const rich = compiled(
  huntDefinition({
    clues: [
      {
        id: 'clock',
        title: 'Clock',
        points: 20,
        find: { code: 'CLOCK' },
        hints: [{ id: 'face', text: 'Look up.', cost: 3 }],
      },
      {
        id: 'vault',
        title: 'Vault',
        points: 50,
        find: { code: 'VAULT' },
        requires: { all: ['clock'] },
        timeBonus: { points: 10, overS: 60 },
      },
      { id: 'attic', title: 'Attic', points: 5, find: { code: 'ATTIC' }, locked: true },
    ],
    badges: [{ id: 'keen', title: 'Keen' }],
    rules: [
      {
        id: 'scans',
        on: 'code.scanned.v1',
        when: 'true',
        then: { counters: [{ name: 'scans', add: 1 }], badge: 'keen', unlock: ['attic'] },
        limit: { coolDownS: 60 },
      },
    ],
  }),
);
/** Asks for fingerprints, expects something and looks for foul play. */
export const watchful = compiled(
  huntDefinition({
    quality: {
      dedup: {
        fingerprint: { mode: 'observe', windows: [{ on: 'code.scanned.v1', windowS: 60 }] },
      },
      fairPlay: { travel: { maxKmh: 100 }, sharing: { withinS: 60 } },
      expectations: [
        {
          id: 'often',
          on: 'code.scanned.v1',
          expect: { atMost: 6, perS: 3_600 },
          otherwise: 'warn',
        },
      ],
    },
  }),
);
/** Counts whatever comes again. */
export const observing = compiled(huntDefinition({ quality: { dedup: { id: 'observe' } } }));
export const EMPTY: StateView = emptyView(rules);
export const lease = (token = 'w1') => ({ partition: 0, token });
export const scan = (number: number, content = number) =>
  playEvent('code.scanned.v1', { code: 'CLOCK' }, { number, content });

/** One rule that every store keeps. */
export interface Case {
  readonly title: string;
  readonly run: (driver: Driver) => Promise<void>;
}

interface How {
  readonly token?: string;
  /** Indexes of events that can't be decided. */
  readonly poisoned?: readonly number[];
  /** What the store has answered of events that came before. */
  readonly repeats?: readonly Repeat[];
  /** What the replays of the chunk are taken for. */
  readonly isParked?: boolean;
  /** State to decide on; empty unless a test says otherwise. */
  readonly view?: StateView;
}

export class Driver {
  readonly store: StateStore;
  private last = '0-0';
  private readonly startedMs = Date.now();

  constructor(private readonly subject: StateStoreSubject) {
    this.store = subject.store;
  }

  /** Ids are minted now: a log that stamps real time is decided as if older ones were late. */
  async append(named: LoggedEvent[], isReplay = false): Promise<readonly LogEntry[]> {
    const events = named.map((event) => mintedAt(event, this.startedMs));
    await this.subject.log.append({ partition: 0, door: 'door-1', events, isReplay });
    const query = { partition: 0, after: this.last, maxEntries: 100, waitMs: 0 };
    const entries = await this.subject.log.read(query);
    this.last = entries.at(-1)?.id ?? this.last;
    return entries;
  }

  async held(): Promise<Held> {
    const held = await this.store.acquire(lease());
    if (held.kind === 'taken') throw new Error('the lease is taken');
    return held;
  }

  /** Decides on empty state, which is enough for what the suite looks at. */
  async commit(from: Held, entries: readonly LogEntry[], how: How = {}) {
    const chunk: Chunk = {
      entries,
      decided: from.decided,
      repeats: new Map(how.repeats?.map((repeat) => [repeat.index, repeat])),
      poisoned: new Set(how.poisoned),
    };
    const view = how.view ?? { ...EMPTY, isParked: () => how.isParked === true };
    const decision = decide(chunk, view);
    return await this.store.commit({ lease: lease(how.token), from, decision, isFirst: true });
  }

  async areParked(events: readonly LoggedEvent[]): Promise<readonly boolean[]> {
    const replays = events.map((event) => {
      const { hunt, identity } = mintedAt(event, this.startedMs);
      return { hunt, identity };
    });
    const nothing = { hunts: [], teams: [], players: [] };
    return (await this.store.load({ partition: 0, ...nothing, replays })).parked;
  }

  async load() {
    return await this.store.load({
      partition: 0,
      hunts: ['test-hunt'],
      teams: [{ hunt: 'test-hunt', team: 'herons' }],
      players: [
        { hunt: 'test-hunt', player: 'ada' },
        { hunt: 'test-hunt', player: 'bob' },
      ],
      replays: [],
    });
  }
}
