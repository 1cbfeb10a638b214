/** Frames as processes publish them, from one moment on. */
import type { MetricsFrame } from '@trove/contracts';
import type { ReadFrame } from './liveFold.js';

export const START = 1_700_000_001_000;

export function frame(
  atMs: number,
  hunts: MetricsFrame['hunts'],
  app: MetricsFrame['app'] = 'worker',
) {
  const process = `${app}-1`;
  const read: ReadFrame = {
    stream: `metrics:${process}`,
    id: `${atMs}-0`,
    frame: { process, app, atMs, hunts, holds: 1, unattributed: {} },
  };
  return read;
}
