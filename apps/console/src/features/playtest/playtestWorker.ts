/**
 * Plays a draft with simulated teams, in a thread of the designer's own browser: no server is
 * slowed, and closing the tab ends it.
 */
import { Playtest, parseHuntFile } from '@trove/core/playtest';
import type { PlaytestAsk, PlaytestSaying } from './messages';

/** Steps between two words of how far it is. */
const STEPS = 50;

const say = (saying: PlaytestSaying) => postMessage(saying);

addEventListener('message', ({ data }: MessageEvent<PlaytestAsk>) => {
  try {
    play(data);
  } catch (error) {
    say({ is: 'failed', says: error instanceof Error ? error.message : String(error) });
  }
});

function play({ text, teams, seed }: PlaytestAsk): void {
  const reading = parseHuntFile(text);
  if (!reading.ok) {
    const says = reading.mistakes[0]?.message ?? 'it is no hunt';
    say({ is: 'failed', says: `The draft has mistakes, and can’t be played: ${says}` });
    return;
  }
  const startedMs = performance.now();
  const playtest = new Playtest(reading.definition, { teams, seed });
  for (let steps = 1; playtest.step(); steps += 1) {
    if (steps % STEPS === 0) say({ is: 'playing', ...playtest.progress });
  }
  say({ is: 'done', report: playtest.report(), tookMs: performance.now() - startedMs });
}
