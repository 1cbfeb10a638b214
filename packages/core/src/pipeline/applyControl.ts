/** Control events change a hunt from the log: its version and its phase. */
import type { HuntDraft } from '../game/drafts.js';
import type { CompiledHunt } from '../hunt/compiledHunt.js';
import type { ControlLogged } from '../ports/loggedEvent.js';

interface Control {
  readonly event: Exclude<
    ControlLogged,
    { type: 'player.joined.v1' | 'suggestions.served.v1' | 'suspicion.settled.v1' }
  >;
  readonly hunt: HuntDraft;
  readonly appliedMs: number;
  readonly rules: (hash: string, version: number) => CompiledHunt | undefined;
}

/**
 * Applies one control event. A publication's body must be at hand: the caller loads it before it
 * decides, and waits when it is missing, because judging by other rules could not be undone.
 */
export function applyControl({ event, hunt, appliedMs, rules }: Control): void {
  switch (event.type) {
    case 'hunt.published.v1': {
      const compiled = rules(event.data.hash, event.data.version);
      if (compiled === undefined) {
        throw new Error(`rules ${event.data.hash} of ${hunt.base.slug} were not loaded`);
      }
      // Announced again after a crash, an older version must not take the hunt back.
      if (event.data.version <= hunt.version) return;
      hunt.rules = compiled;
      hunt.version = event.data.version;
      hunt.hash = event.data.hash;
      if (hunt.startedAtMs === 0) hunt.startedAtMs = startOf(compiled, appliedMs);
      return;
    }
    case 'hunt.phase_changed.v1':
      hunt.phase = event.data.phase;
  }
}

/** 0 on an events' clock, whose first event is not known yet. */
function startOf({ clock }: CompiledHunt, appliedMs: number): number {
  return clock === 'events' ? 0 : appliedMs;
}
