/**
 * What a team might try next, read from the partition; for the socket and for HTTP. It ranks with
 * the same function as the worker, by what the team has done and by figures of the hunt that are
 * at most about a second old. What the team had not been told before is noted in the log, so that
 * the worker knows when it is followed; the answer does not wait for that.
 */
import type { ControlData, LiveHunt, Recommendations } from '@trove/contracts';
import {
  type CompiledHunt,
  gapOf,
  type HuntState,
  isBanned,
  isOpen,
  newHunt,
  newTeam,
  type Suggested,
  suggestLikely,
  type TeamState,
  weightsAfter,
  withOpened,
} from '@trove/core';
import {
  appendControl,
  readFiguresHead,
  readFiguresSlice,
  readTrail,
  type TeamTrail,
} from '@trove/streams';
import { v7 as uuidv7 } from 'uuid';
import type { DoorApp } from '../deps.js';
import { rulesOf } from '../handlers/rulesOf.js';
import type { HuntTable } from './huntTable.js';
import { HuntTables } from './huntTables.js';
import { Told } from './told.js';

type Parts = Pick<DoorApp, 'redis' | 'log' | 'clock' | 'directory' | 'metrics' | 'logger' | 'wake'>;

const NOTHING: Suggested = { suggestions: [], orders: [], isExploring: false };

export class Recommender {
  private readonly tables: HuntTables;
  private readonly told = new Told();

  constructor(private readonly app: Parts) {
    const { redis, logger, clock } = app;
    this.tables = new HuntTables({
      reads: (live) => ({
        head: () => readFiguresHead(redis, live),
        slice: (slots) => readFiguresSlice(redis, live, { slots }),
        nowMs: () => clock.nowUs() / 1000,
      }),
      rulesOf: (live) => rulesOf(app, live),
      onError: (err) => logger.warn({ err }, 'figures of clues could not be read'),
    });
  }

  async to(live: LiveHunt, team: string): Promise<Recommendations> {
    const { app } = this;
    const [hunt, standing] = await Promise.all([
      this.tables.of(live),
      readTrail(app.redis, live, { team }),
    ]);
    const { trail, epoch, offset } = standing;
    const nowMs = nowOf(live, standing, app.clock.nowUs());
    const suggested = rank({ hunt, standing, live, team, nowMs });
    const clues = suggested.suggestions.map(({ clue }) => clue);
    if (clues.length > 0) this.count(live, suggested, hunt.table.hunt.clues.length);
    // A team that has done nothing yet has no trail to note it in.
    const wallMs = app.clock.nowUs() / 1000;
    const telling = { hunt: live.slug, team, clues, nowMs, wallMs, served: trail.served };
    if (standing.team !== undefined && this.told.isNews(telling)) {
      const [last] = trail.recent;
      const after = hunt.nameOf(last);
      this.note(live, { team, clues, ...(after === undefined ? {} : { after }) });
    }
    const { partition, slug } = live;
    const { suggestions } = suggested;
    return { partition, epoch, offset, hunt: slug, team, suggestions };
  }

  private count(live: LiveHunt, { orders, isExploring }: Suggested, clues: number): void {
    const tally = this.app.metrics.of(live.slug);
    tally.count('recommendations', 'get', orders.length);
    if (isExploring) tally.count('recommendations', 'explored');
    tally.cover(
      orders.map((order) => [order, 1] as const),
      clues,
    );
  }

  private note(live: LiveHunt, data: ControlData<'suggestions.served.v1'>): void {
    const { app } = this;
    appendControl(app.log, {
      partition: live.partition,
      hunt: live.slug,
      type: 'suggestions.served.v1',
      data,
      team: data.team,
      id: uuidv7({ msecs: Math.floor(app.clock.nowUs() / 1000) }),
    }).then(
      ({ isOwned }) => {
        if (!isOwned) app.wake(live.partition);
      },
      (err: unknown) => app.logger.error({ err }, 'served suggestions could not be noted'),
    );
  }
}

interface Ranked {
  readonly hunt: HuntTable;
  readonly standing: TeamTrail;
  readonly live: LiveHunt;
  readonly team: string;
  readonly nowMs: number;
}

function rank({ hunt, standing, live, team: name, nowMs }: Ranked): Suggested {
  const { table, hottest, weights } = hunt;
  const { trail, together } = standing;
  const state = standing.hunt ?? newHunt(live.slug);
  if (!isOpen(table.hunt, state, nowMs) || isBanned(state, name)) return NOTHING;
  // Nothing is awaited between this and the ranking: the table is one team's for as long.
  hunt.together = together;
  const seeker = {
    table,
    team: openedFor(standing.team ?? newTeam(live.slug, name), state, table.hunt),
    name,
    nowMs,
    trail,
    weights: weightsAfter(weights, gapOf(nowMs - trail.lastMs)),
  };
  return suggestLikely(seeker, hottest);
}

/** The team with what operators have opened for all. */
function openedFor(team: TeamState, { opened }: HuntState, rules: CompiledHunt): TeamState {
  const marks = withOpened(team, opened, rules);
  return marks === team.marks ? team : { ...team, marks };
}

function nowOf(live: LiveHunt, { hunt }: TeamTrail, nowUs: number): number {
  return live.clock === 'events' ? (hunt?.maxTimeMs ?? 0) : nowUs / 1000;
}
