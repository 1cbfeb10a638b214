/** What each check took for an event, as the processes' own metrics frames tell. */
import { Check, type CheckFigure } from '@trove/contracts';
import { readMetrics, type TroveRedis } from '@trove/streams';

/** Microseconds an event; a check nobody told of is absent. */
export type CheckMicros = { readonly [C in Check]?: number };

type Figures = { [F in CheckFigure]?: number };

/** Over all frames that Redis has, which is what the last quarter of an hour told. */
export async function checkMicros(redis: TroveRedis): Promise<CheckMicros> {
  const figures: Figures = {};
  let cursor: Readonly<Record<string, string>> = {};
  for (;;) {
    const read = await readMetrics(redis, cursor);
    if (read.frames.length + read.unreadable.length === 0) return microsOf(figures);
    for (const { frame } of read.frames) {
      for (const { checks = {} } of Object.values(frame.hunts)) add(figures, checks);
    }
    ({ cursor } = read);
  }
}

function add(figures: Figures, checks: Figures): void {
  for (const [figure, count] of Object.entries(checks) as [CheckFigure, number][]) {
    figures[figure] = (figures[figure] ?? 0) + count;
  }
}

function microsOf(figures: Figures): CheckMicros {
  const known = Check.options.flatMap((check) => {
    const events = figures[`${check}Events`] ?? 0;
    if (events === 0) return [];
    return [[check, Math.round((figures[`${check}Ns`] ?? 0) / events / 10) / 100] as const];
  });
  return Object.fromEntries(known);
}
