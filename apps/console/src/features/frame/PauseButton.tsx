'use client';
/** Freezes what is drawn, and says how much waits. Space does the same. */
import { Pause, Play } from 'lucide-react';
import { formatCount } from '../../format/numbers';
import { useLive } from '../../live/LiveProvider';
import { LIVE_AGAIN, useScope } from '../../live/scope';
import { Button } from '../../ui/Button';

export function PauseButton() {
  const [{ paused: isPaused, range }, setScope] = useScope();
  const paused = isPaused || range !== null;
  const { waiting } = useLive();
  const Icon = paused ? Play : Pause;
  return (
    <Button
      aria-pressed={paused}
      onClick={() => void setScope(paused ? LIVE_AGAIN : { paused: true })}
      title={paused ? 'Go on (Space)' : 'Pause (Space)'}
      tone={paused ? 'main' : 'quiet'}
    >
      <Icon aria-hidden="true" size={13} />
      {paused ? 'Go on' : 'Pause'}
      {paused && <span className="figures">+{formatCount(waiting)} new</span>}
    </Button>
  );
}
