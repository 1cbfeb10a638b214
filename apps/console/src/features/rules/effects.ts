/** Every effect a rule can have, with what it begins as when it is added. */
export type EffectName = 'award' | 'penalise' | 'unlock' | 'counters' | 'badge' | 'message';

export interface EffectKind {
  readonly name: EffectName;
  readonly title: string;
  readonly first: unknown;
}

export const HUNT_EFFECTS: readonly EffectKind[] = [
  { name: 'award', title: 'Award points', first: 10 },
  { name: 'penalise', title: 'Take points', first: 5 },
  { name: 'unlock', title: 'Unlock clues', first: [] },
  { name: 'counters', title: 'Count', first: [{ name: 'count', add: 1 }] },
  { name: 'badge', title: 'Give a badge', first: '' },
  { name: 'message', title: 'Say something', first: 'Well done!' },
];
