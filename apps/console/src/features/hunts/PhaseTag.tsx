/** Where a hunt stands: shape, hue and word. */
import type { HuntPhase } from '@trove/contracts';
import type { Shape } from '../../live/outcomes';
import { Glyph } from '../../ui/Glyph';

const LOOKS: Readonly<Record<HuntPhase, { shape: Shape; hue: string; means: string }>> = {
  scheduled: { shape: 'triangle', hue: '--repeat', means: 'Not begun: players may join.' },
  live: { shape: 'disc', hue: '--good', means: 'Events score.' },
  paused: { shape: 'half', hue: '--doubt', means: 'Events are taken in, but score nothing.' },
  closed: { shape: 'square', hue: '--doubt', means: 'Over; teams may look, it can be reopened.' },
  ended: { shape: 'square', hue: '--muted', means: 'Over for good; the board stands.' },
};

export function PhaseTag({ phase }: { readonly phase: HuntPhase }) {
  const { shape, hue, means } = LOOKS[phase];
  return (
    <span className="inline-flex items-center gap-1.5" title={means}>
      <Glyph hue={hue} shape={shape} />
      {phase}
    </span>
  );
}
