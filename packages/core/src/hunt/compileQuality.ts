/** Makes the quality section of a hunt file into what is asked per event. */
import type { Dedup, Expectation, PlayType, Quality } from '@trove/contracts';
import { type AskedExpectation, askedExpectation } from '../quality/expectations.js';
import type { CompiledQuality } from './compiledQuality.js';

const SECOND_MS = 1_000;

export function compileQuality(quality: Quality | undefined): CompiledQuality {
  const { dedup, late, fairPlay, expectations = [] } = quality ?? {};
  const windows = dedup?.fingerprint?.windows ?? [];
  return {
    asks: new Set([...windows, ...expectations].map(({ on }) => on)),
    id: dedup?.id ?? 'enforce',
    device: dedup?.device ?? 'enforce',
    state: dedup?.state ?? 'enforce',
    fingerprint: compileFingerprint(dedup?.fingerprint),
    late: late && { afterMs: late.afterS * SECOND_MS, isScored: late.otherwise === 'score' },
    fairPlay,
    expectations: byType(expectations),
  };
}

function compileFingerprint(asked: Dedup['fingerprint']): CompiledQuality['fingerprint'] {
  if (asked === undefined) return undefined;
  const { mode, windows } = asked;
  return { mode, windowMs: new Map(windows.map(({ on, windowS }) => [on, windowS * SECOND_MS])) };
}

function byType(expectations: readonly Expectation[]): CompiledQuality['expectations'] {
  const found = new Map<PlayType, AskedExpectation[]>();
  for (const expectation of expectations) {
    const asked = askedExpectation(expectation);
    const list = found.get(expectation.on);
    if (list === undefined) found.set(expectation.on, [asked]);
    else list.push(asked);
  }
  return found;
}
