/**
 * Plants a bug into the fold of the process that loads this first, for `trove chaos`: judging an
 * event with the code POISON throws. No event can make the sound fold throw, and what a worker
 * does when one does has to be seen on a real process all the same.
 *
 *   node --import ./bench/plantedBug.mjs apps/worker/dist/main.js
 */
import { register } from 'node:module';

const SOUND = 'export function judge(';
const PLANTED = `export function judge(play) {
  if (play.event.data.code === 'POISON') throw new Error('a planted bug');
  return soundJudge(play);
}
function soundJudge(`;

const hooks = `
  export async function load(url, context, next) {
    const loaded = await next(url, context);
    if (!url.endsWith('/packages/core/dist/game/judge.js')) return loaded;
    const source = String(loaded.source);
    if (!source.includes(${JSON.stringify(SOUND)})) throw new Error('no place for the bug');
    const planted = source.replace(${JSON.stringify(SOUND)}, () => ${JSON.stringify(PLANTED)});
    return { ...loaded, source: planted };
  }
`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);
