/** Suspects event types of the hunt's own that nothing in it listens to. */
import type { HuntDefinition } from '@trove/contracts';
import type { Suspicion } from './suspicion.js';

export function suspectTypes({ eventTypes = [], rules, quality }: HuntDefinition) {
  const { expectations = [], dedup } = quality ?? {};
  const windows = dedup?.fingerprint?.windows ?? [];
  const heard = new Set<string>([...rules, ...expectations, ...windows].map(({ on }) => on));
  return eventTypes.flatMap(({ type }, index): Suspicion[] => {
    if (heard.has(type)) return [];
    return [
      {
        rule: 'Q19',
        path: ['eventTypes', index, 'type'],
        found: type,
        allowed: 'a type that some rule or expectation is on',
        message: `Nothing comes of an event of type ${type}: no rule and no expectation is on it.`,
        mend: `Add a rule on ${type}, or take the type out.`,
      },
    ];
  });
}
