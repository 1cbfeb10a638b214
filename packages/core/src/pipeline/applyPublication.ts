/**
 * A publication changes a hunt from the log: the version that judges what comes after it. One that
 * counts for what was played before comes on a state that was recomputed by it: whoever decides has
 * put that in place of the hunt's own, and here it is only asked for.
 */
import type { HuntDraft } from '../game/huntDraft.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import type { ControlLogged } from '../ports/loggedEvent.js';

interface Publication {
  readonly event: Extract<ControlLogged, { type: 'hunt.published.v1' }>;
  readonly hunt: HuntDraft;
  readonly appliedMs: number;
  readonly rules: (hash: string, version: number) => CompiledHunt | undefined;
}

/** True when a retroactive publication can't be: its shadow is gone, or a later version is live. */
export function isUnfit(
  { version, retroactive }: Publication['event']['data'],
  hunt: Pick<HuntDraft, 'version'>,
  hasShadow: ((shadow: string) => boolean) | undefined,
): boolean {
  if (retroactive === undefined || hasShadow === undefined) return false;
  return version <= hunt.version || !hasShadow(retroactive.shadow);
}

/** True when the version in force has the same number and is another: whoever gave it was wrong. */
export function isTaken(
  { version, hash }: Publication['event']['data'],
  hunt: Pick<HuntDraft, 'version' | 'hash'>,
): boolean {
  // A record that begins in the middle of its hunt does not tell the hash that was in force.
  return version === hunt.version && hunt.hash !== '' && hash !== hunt.hash;
}

/**
 * Puts a version in force. Its body must be at hand: the caller loads it before it decides, and
 * waits when it is missing, because judging by other rules could not be undone.
 */
export function applyPublication({ event, hunt, appliedMs, rules }: Publication): void {
  const { hash, version } = event.data;
  // Announced late or again after a crash, an older version must not take the hunt back.
  if (version <= hunt.version) return;
  const compiled = rules(hash, version);
  if (compiled === undefined) throw new Error(`rules ${hash} of ${hunt.base.slug} were not loaded`);
  hunt.rules = compiled;
  hunt.version = version;
  hunt.hash = hash;
  if (hunt.startedAtMs === 0) hunt.startedAtMs = startOf(compiled, appliedMs);
}

/** 0 on an events' clock, whose first event is not known yet. */
function startOf({ clock }: CompiledHunt, appliedMs: number): number {
  return clock === 'events' ? 0 : appliedMs;
}
