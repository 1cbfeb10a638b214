/**
 * The count of one device: a watermark and a bitmap behind it. It tells for ever and in constant
 * memory whether a number was used, because a number it can't place any more is never accepted.
 */
import type { SequenceFault, SequencePlace } from '@trove/contracts';
import { WATCH_LIMITS } from './limits.js';
import type { DeviceCount } from './teamWatch.js';

export type Counted =
  | { readonly kind: 'first'; readonly next: DeviceCount }
  | { readonly kind: 'repeat' }
  | { readonly kind: 'passed'; readonly reason: SequenceFault };

type Place = Pick<SequencePlace, 'epoch' | 'seq'>;

export function countOf(known: DeviceCount | undefined, { epoch, seq }: Place): Counted {
  if (known === undefined || epoch > known.epoch) {
    return { kind: 'first', next: { epoch, high: seq, seen: 1 } };
  }
  if (epoch < known.epoch) return { kind: 'passed', reason: 'epoch_passed' };
  const ahead = seq - known.high;
  if (ahead > 0) return { kind: 'first', next: { epoch, high: seq, seen: shifted(known, ahead) } };
  if (-ahead >= WATCH_LIMITS.sequenceWindow) return { kind: 'passed', reason: 'sequence_passed' };
  const bit = (1 << -ahead) >>> 0;
  if ((known.seen & bit) !== 0) return { kind: 'repeat' };
  return { kind: 'first', next: { ...known, seen: (known.seen | bit) >>> 0 } };
}

function shifted({ seen }: DeviceCount, by: number): number {
  // JavaScript shifts by at most 31 bits.
  const moved = by >= WATCH_LIMITS.sequenceWindow ? 0 : seen << by;
  return (moved | 1) >>> 0;
}
