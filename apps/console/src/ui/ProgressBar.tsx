/** How far something is that takes a while, as a bar and in numbers. */
import { formatCount } from '../format/numbers';

interface ProgressBarProps {
  /** What is under way, for those who can't see where the bar stands. */
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** What is counted: `events`. */
  readonly of?: string;
  readonly className?: string;
}

export function ProgressBar({ label, done, total, of, className = 'w-32' }: ProgressBarProps) {
  return (
    <>
      <progress
        aria-label={label}
        className={`h-2 accent-[var(--accent)] ${className}`}
        max={Math.max(1, total)}
        value={done}
      />
      <span className="figures">
        {formatCount(done)} / {formatCount(total)}
        {of !== undefined && ` ${of}`}
      </span>
    </>
  );
}
