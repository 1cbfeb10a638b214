/** Suspects what the head of the file leaves out. */
import type { HuntDefinition } from '@trove/contracts';
import type { Suspicion } from './suspicion.js';

export function suspectHunt({ clock, joinCode }: HuntDefinition): readonly Suspicion[] {
  if (clock === 'events' || joinCode !== undefined) return [];
  return [
    {
      rule: 'Q13',
      path: ['slug'],
      isKey: true,
      found: 'no joinCode',
      allowed: 'joinCode: 4 to 32 of A-Z 0-9 -',
      message: 'Nobody can join: only sources may send events to this hunt.',
      mend: 'Add a joinCode that you tell the players, or clock: events for a replay.',
    },
  ];
}
