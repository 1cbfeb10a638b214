/** An outcome as shape, hue and word. */
import type { Outcome } from '@trove/contracts';
import { OUTCOME_LOOKS } from '../live/outcomes';
import { Glyph } from './Glyph';

export function OutcomeTag({ outcome }: { readonly outcome: Outcome }) {
  const look = OUTCOME_LOOKS[outcome];
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap" title={look.means}>
      <Glyph hue={look.hue} shape={look.shape} />
      {look.word}
    </span>
  );
}
