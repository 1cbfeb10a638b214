/** What an operator found of a suspected event: its points stand, or they are taken back. */
import type { ControlData } from '@trove/contracts';
import type { HuntDraft } from '../game/huntDraft.js';
import { WATCH_LIMITS } from './limits.js';
import type { Suspect } from './teamWatch.js';

export interface Settled {
  readonly clue: string | undefined;
  /** What the team's score moves by: never twice the same way. */
  readonly points: number;
}

/** Undefined when nothing suspected is known at this place. */
export function settle(
  hunt: HuntDraft,
  { team: name, position, as }: ControlData<'suspicion.settled.v1'>,
): Settled | undefined {
  const { suspects } = hunt.watch.of(name);
  const suspect = suspects.get(position);
  if (suspect === undefined) return undefined;
  const points = standsFor({ ...suspect, standing: as }) - standsFor(suspect);
  if (points !== 0) hunt.team(name).addScore(points);
  const changed = new Map(suspects).set(position, { ...suspect, standing: as });
  hunt.watch.change(name, { suspects: changed });
  return { clue: suspect.clue, points };
}

function standsFor({ points, standing }: Suspect): number {
  return standing === 'overturned' ? 0 : points;
}

/** Remembers a suspected event that moved points. Settled ones make room first. */
export function remember(hunt: HuntDraft, team: string, at: readonly [number, Suspect]): void {
  const { suspects } = hunt.watch.of(team);
  const kept = new Map(suspects).set(...at);
  if (kept.size > WATCH_LIMITS.suspects) {
    const [settled] = [...kept].find(([, { standing }]) => standing !== undefined) ?? [];
    kept.delete(settled ?? (kept.keys().next().value as number));
  }
  hunt.watch.change(team, { suspects: kept });
}
