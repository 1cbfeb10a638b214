/** How the servers Trove leans on are, in words, and which hunts there are. Never rejects. */
import { formatNumberOf } from '../../format/numbers';
import type { LiveHuntView, ServiceView, Surroundings } from '../../live/messages';
import { db, huntDirectory, partitionCount, redis } from '../connections';
import { database, streams } from '../packages';
import { viewOf } from '../reads/hunts';
import { withTimeout } from './withTimeout';

const ANSWER_MS = 1_500;
const LONGEST_WORDS = 120;

const TIER_WORDS = {
  process: 'acknowledged means written: it survives a crash of any process',
  disk: 'acknowledged means on disk: it survives a power cut',
  replicated: 'acknowledged means on several machines',
} as const;

export async function readSurroundings(): Promise<Surroundings> {
  const [redisView, postgres, sinks, proof, hunts] = await Promise.all([
    readRedis(),
    readPostgres(),
    readSinks(),
    readProof(),
    readHunts(),
  ]);
  return { redis: redisView, postgres, sinks, proof, hunts };
}

async function readRedis(): Promise<Surroundings['redis']> {
  try {
    const status = await withTimeout(streams.serverStatus(redis()), ANSWER_MS);
    const { version, tier, usedMemoryBytes, maxMemoryBytes } = status;
    const says = tier
      ? TIER_WORDS[tier]
      : 'keeps no append-only file: acknowledged events can be lost';
    return {
      isWell: tier !== undefined && status.isEvictionOff,
      says: status.isEvictionOff ? says : `${says}; it may evict keys (maxmemory-policy)`,
      version,
      usedMemoryBytes,
      maxMemoryBytes,
      ...(tier ? { tier } : {}),
    };
  } catch (error) {
    return { isWell: false, says: `does not answer: ${wordsOf(error)}` };
  }
}

async function readPostgres(): Promise<ServiceView> {
  try {
    await withTimeout(db().prisma.session.count({ take: 1 }), ANSWER_MS);
    return { isWell: true, says: 'answers' };
  } catch (error) {
    return { isWell: false, says: `does not answer: ${wordsOf(error)}` };
  }
}

/** In words what waits for the ledger and the archive, and why the archive stands still. */
async function readSinks(): Promise<ServiceView> {
  try {
    const asked = partitionCount().then((count) => streams.readSinks(redis(), count));
    const all = await withTimeout(asked, ANSWER_MS);
    const stopped = all.find(({ archiveStopped }) => archiveStopped !== undefined)?.archiveStopped;
    const words = [streams.LEDGER_SINK, streams.ARCHIVE_SINK]
      .filter((sink) => all.some(({ taken }) => taken.has(sink)))
      .map((sink) => {
        const waiting = all.reduce((sum, { decided, taken }) => {
          return sum + Math.max(0, decided - (taken.get(sink) ?? 0));
        }, 0);
        return `${sink}: ${waiting.toLocaleString('en-GB')} events wait`;
      });
    if (stopped !== undefined) words.unshift(`the archive stands still: ${stopped}`);
    return { isWell: stopped === undefined, says: words.join('; ') || 'nothing taken yet' };
  } catch (error) {
    return { isWell: false, says: `unknown: ${wordsOf(error)}` };
  }
}

/** In words when live state and record were last held together, and what was found. */
async function readProof(): Promise<ServiceView> {
  try {
    const [proof] = await withTimeout(database.twinReads(db()).reconciliations(1), ANSWER_MS);
    if (proof === undefined) return { isWell: true, says: 'not made yet' };
    const { at, says, hunts, events } = proof;
    const when = new Date(at).toISOString().slice(0, 16).replace('T', ' ');
    if (says !== undefined) return { isWell: false, says: `failed at ${when} UTC: ${says}` };
    const figures = `${formatNumberOf(events, 'event')} of ${formatNumberOf(hunts, 'hunt')}`;
    return { isWell: true, says: `live state and record agreed at ${when} UTC, ${figures}` };
  } catch (error) {
    return { isWell: true, says: `unknown: ${wordsOf(error)}` };
  }
}

async function readHunts(): Promise<readonly LiveHuntView[]> {
  return (await huntDirectory().list()).map(viewOf);
}

/** The last line of a message, without the address of the server. */
function wordsOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const last = text.trim().split('\n').at(-1) ?? '';
  return last.replace(/ at [\w.:[\]-]+$/, '').slice(0, LONGEST_WORDS) || 'connection refused';
}
