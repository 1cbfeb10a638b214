/** When a panel that draws the live stream is stale, and since when. */
import type { LiveHealth } from '../../live/liveHealth';
import type { PanelState } from '../../ui/Panel';

/**
 * Whose frames a panel draws: it is not stale for want of another's. What stands in Redis itself
 * needs neither worker nor door.
 */
export type DrawnFrom = 'worker' | 'ingest' | 'both' | 'redis';

/** Undefined while the panel shows what is. */
export function staleState(
  health: LiveHealth | undefined,
  from: DrawnFrom,
): Extract<PanelState, { is: 'stale' }> | undefined {
  if (!health || health.level === 'live' || isOthers(health, from)) return undefined;
  const says = `${health.says.split(':')[0]} · ${Math.round(health.ageMs / 1_000)} s`;
  return { is: 'stale', says, isLong: health.level === 'lost' };
}

function isOthers({ away }: LiveHealth, from: DrawnFrom): boolean {
  const isProcess = away === 'worker' || away === 'ingest';
  return isProcess && from !== 'both' && from !== away;
}

/** Of a panel that draws the live stream, until that has told anything. */
export function stateBefore(isSilent: boolean): PanelState {
  return isSilent ? SILENT : { is: 'loading' };
}

const SILENT: PanelState = {
  is: 'error',
  says: 'The console’s live stream does not answer. It is asked again until it does.',
};
