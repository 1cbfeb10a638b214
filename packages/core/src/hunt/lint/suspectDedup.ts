/** Suspects rungs that only observe and without which nothing is sure to count once. */
import type { HuntDefinition } from '@trove/contracts';
import type { Suspicion } from './suspicion.js';

const RUNGS = {
  id: 'What arrives twice counts twice, as after an answer that was lost on the way.',
  state: 'A clue pays whenever it is solved again, also by a phone that goes on reporting a place.',
} as const;

export function suspectDedup({ quality }: HuntDefinition): readonly Suspicion[] {
  return (['id', 'state'] as const).flatMap((rung): Suspicion[] => {
    if (quality?.dedup?.[rung] !== 'observe') return [];
    return [
      {
        rule: 'Q20',
        path: ['quality', 'dedup', rung],
        found: 'observe',
        allowed: 'enforce',
        message: RUNGS[rung],
        mend: 'Enforce it, unless the hunt is there to measure repeats.',
        replace: { written: 'observe', by: 'enforce' },
      },
    ];
  });
}
