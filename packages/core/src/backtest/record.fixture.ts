/** A game that is played in memory and recorded as the archive would record it. */
import { HuntDefinition, type RecordedEvent } from '@trove/contracts';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import { compileHunt } from '../hunt/compileHunt.js';
import type { Decision } from '../pipeline/decision.js';
import { DEFINITION, Fold, START_MS } from '../pipeline/pipeline.fixture.js';
import { eventIdOf, type LoggedEvent } from '../ports/loggedEvent.js';
import { Backtest, type BacktestSetup } from './backtest.js';
import type { RulesOf } from './recordFold.js';

export class RecordedGame {
  readonly fold = new Fold();
  readonly events: RecordedEvent[] = [];
  private readonly versions = new Map<number, CompiledHunt>();

  readonly rules: RulesOf = (version) => this.versions.get(version);

  publish(more: Record<string, unknown> = {}, version = 1): void {
    this.versions.set(version, draft(more, version));
    this.record(this.fold.publish(more, version));
  }

  play(events: LoggedEvent[], options: { atMs?: number; poisoned?: number[] } = {}): void {
    this.record(this.fold.decide(events, options));
  }

  replay(events: LoggedEvent[], atMs?: number): void {
    this.record(this.fold.replay(events, atMs));
  }

  private record({ entries, results }: Decision): void {
    for (const row of results) {
      const { event, outcome, verdict, clue, points, version, position } = row;
      const { hunt, source, type, player, team, timeMs, sentAtMs, receivedAtUs } = event;
      this.events.push({
        ...{ hunt, source, type, player, team, timeMs, sentAtMs, receivedAtUs },
        ...{ outcome, verdict, clue, points, version, position },
        device: event.sequence?.device,
        eventId: eventIdOf(event.identity),
        data: JSON.stringify(event.data),
        extras: row.extras && JSON.stringify(row.extras),
        appliedAtUs: entries[row.entry]?.appendedAtUs ?? 0,
      });
    }
  }
}

export function draft(more: Record<string, unknown> = {}, version = 9): CompiledHunt {
  const result = compileHunt(HuntDefinition.parse({ ...DEFINITION, ...more }), version);
  if (!result.ok) throw new Error(result.mistakes[0]?.message);
  return result.hunt;
}

/** Runs a draft over a recorded game, all of it at once unless told otherwise. */
export function backtest(
  game: RecordedGame,
  setup: Partial<BacktestSetup> & { readonly draft: CompiledHunt },
  batch = game.events.length,
) {
  const run = new Backtest({
    ...{ slug: 'hunt', live: undefined, versions: game.rules, fromMs: undefined },
    ...{ nowUs: () => 0, ...setup },
  });
  for (let from = 0; from < game.events.length; from += batch) {
    run.add(game.events.slice(from, from + batch));
  }
  return run.result();
}

export const LATER_MS = START_MS + 3_600_000;
