/** What is wrong, in words, before anyone looks for it. Pure: the clock comes as a number. */
import type { LiveState } from './liveState';
import { PROCESS_GONE_MS } from './messages';

/** Silence of the console's own stream that counts as a broken connection. */
const STREAM_SILENT_MS = 2_500;
/** Messages come several times in this span. */
const STREAM_BEAT_MS = 600;
/** Age of the data from which it is red rather than amber. */
const VERY_STALE_MS = 10_000;

export interface LiveHealth {
  readonly level: 'live' | 'stale' | 'lost';
  /** What is away; the first of these that is. */
  readonly away: 'console' | 'redis' | 'worker' | 'ingest' | undefined;
  /** Empty while all is well. */
  readonly says: string;
  readonly ageMs: number;
  readonly workers: number;
  readonly ingests: number;
  readonly lag: number;
  readonly oldestUndecidedMs: number;
}

/** Redis's clock as far as this tab can tell, at `clockMs` of its own. */
export function redisNow(state: LiveState, clockMs: number): number {
  return state.nowMs + Math.max(0, clockMs - state.heardAtMs);
}

/** How it stands at `clockMs` of this tab's clock. */
export function healthOf(state: LiveState, clockMs: number): LiveHealth {
  const nowMs = redisNow(state, clockMs);
  // A stream that hangs says nothing of the workers: only what was heard can be judged.
  const judgedMs = Math.min(nowMs, state.nowMs + STREAM_BEAT_MS);
  const isHere = (atMs: number) => judgedMs - atMs <= PROCESS_GONE_MS;
  const here = state.processes.filter((process) => isHere(process.atMs));
  const figures = {
    workers: here.filter((process) => process.app === 'worker').length,
    ingests: here.filter((process) => process.app === 'ingest').length,
    lag: state.partitions.reduce((sum, partition) => sum + partition.lag, 0),
    oldestUndecidedMs: Math.max(0, ...state.partitions.map((one) => one.oldestUndecidedMs)),
  };
  const silentMs = clockMs - state.heardAtMs;
  if (silentMs > STREAM_SILENT_MS) {
    return { ...figures, away: 'console', ...grade(silentMs, 'The console does not answer') };
  }
  if (state.trouble) {
    const ageMs = nowMs - state.trouble.sinceMs;
    return {
      ...figures,
      away: 'redis',
      ...grade(ageMs, `Redis cannot be read (${state.trouble.says})`),
    };
  }
  if (figures.workers === 0) {
    const ageMs = nowMs - newest(state, 'worker');
    const says = 'No worker is running: events wait in the log';
    return { ...figures, away: 'worker', ...grade(ageMs, says) };
  }
  if (figures.ingests === 0) {
    const ageMs = nowMs - newest(state, 'ingest');
    return { ...figures, away: 'ingest', ...grade(ageMs, 'No door is running: nothing comes in') };
  }
  return { ...figures, away: undefined, level: 'live', says: '', ageMs: 0 };
}

function grade(ageMs: number, says: string): Pick<LiveHealth, 'level' | 'says' | 'ageMs'> {
  const age = Number.isFinite(ageMs) ? ageMs : VERY_STALE_MS;
  return { level: age > VERY_STALE_MS ? 'lost' : 'stale', says, ageMs: age };
}

function newest(state: LiveState, app: 'worker' | 'ingest'): number {
  const times = state.processes.filter((one) => one.app === app).map((one) => one.atMs);
  return Math.max(Number.NEGATIVE_INFINITY, ...times);
}
