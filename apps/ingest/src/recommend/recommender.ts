/**
 * What a team might try next, read from the partition; for the socket and for HTTP. It ranks all
 * clues, with the same function as the worker. What the team had not been told before is noted in
 * the log, so that the worker knows when it is followed; the answer does not wait for that.
 */
import type { ControlData, LiveHunt, Recommendations } from '@trove/contracts';
import { atlasOf, HeatTable, isBanned, isOpen, newHunt, newTeam, suggest } from '@trove/core';
import { appendControl, readHeat, readTrail, type TeamTrail } from '@trove/streams';
import { v7 as uuidv7 } from 'uuid';
import type { DoorApp } from '../deps.js';
import { rulesOf } from '../handlers/rulesOf.js';
import { Popularity } from './popularity.js';
import { Told } from './told.js';

type Parts = Pick<DoorApp, 'redis' | 'log' | 'clock' | 'directory' | 'metrics' | 'logger' | 'wake'>;

export class Recommender {
  private readonly popularity: Popularity;
  private readonly told = new Told();

  constructor(private readonly app: Parts) {
    const { redis, logger, clock } = app;
    this.popularity = new Popularity({
      read: async (live) => {
        const { clues } = await rulesOf(app, live);
        return await readHeat(redis, live, { clues: clues.map(({ id }) => id) });
      },
      nowMs: () => clock.nowUs() / 1000,
      onError: (err) => logger.warn({ err }, 'popularity could not be read'),
    });
  }

  async to(live: LiveHunt, team: string): Promise<Recommendations> {
    const { app } = this;
    const [hunt, heat, standing] = await Promise.all([
      rulesOf(app, live),
      this.popularity.of(live),
      readTrail(app.redis, live, { team }),
    ]);
    const { trail, followers, epoch, offset } = standing;
    const nowMs = nowOf(live, standing, app.clock.nowUs());
    const seeker = {
      hunt,
      team: standing.team ?? newTeam(live.slug, team),
      nowMs,
      trail,
      followers,
      heatOf: (clue: string) => heat.get(clue),
      heats: new HeatTable(hunt.clues, sourceOf(heat)),
    };
    const state = standing.hunt ?? newHunt(live.slug);
    const isPlayed = isOpen(hunt, state, nowMs) && !isBanned(state, team);
    const suggestions = isPlayed ? suggest(seeker) : [];
    const clues = suggestions.map(({ clue }) => clue);
    if (clues.length > 0) {
      const tally = app.metrics.of(live.slug);
      tally.count('recommendations', 'get', clues.length);
      const atlas = atlasOf(hunt);
      const orders = clues.map((clue) => atlas.orderOf(clue));
      tally.cover(orders, hunt.clues.length);
    }
    // A team that has done nothing yet has no trail to note it in.
    const wallMs = app.clock.nowUs() / 1000;
    const telling = { hunt: live.slug, team, clues, nowMs, wallMs, served: trail.served };
    if (standing.team !== undefined && this.told.isNews(telling)) {
      this.note(live, { team, clues, ...(trail.last === undefined ? {} : { after: trail.last }) });
    }
    const { partition, slug } = live;
    return { partition, epoch, offset, hunt: slug, team, suggestions };
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

function sourceOf(heat: ReadonlyMap<string, number>) {
  const hottest = heat.size === 0 ? undefined : Math.max(...heat.values());
  return { heatOf: (clue: string) => heat.get(clue), hottestHeat: () => hottest };
}

function nowOf(live: LiveHunt, { hunt }: TeamTrail, nowUs: number): number {
  return live.clock === 'events' ? (hunt?.maxTimeMs ?? 0) : nowUs / 1000;
}
