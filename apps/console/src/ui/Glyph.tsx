/** The four shapes of outcomes. Drawn, not typed, so that they look alike in every font. */
import type { Shape } from '../live/outcomes';

interface GlyphProps {
  readonly shape: Shape;
  /** A custom property of the theme, as `--good`. */
  readonly hue: string;
  readonly size?: number;
}

export function Glyph({ shape, hue, size = 10 }: GlyphProps) {
  return (
    <svg aria-hidden="true" className="shrink-0" height={size} viewBox="0 0 10 10" width={size}>
      {outline(shape, `var(${hue})`)}
    </svg>
  );
}

function outline(shape: Shape, colour: string) {
  switch (shape) {
    case 'disc':
      return <circle cx="5" cy="5" fill={colour} r="4.2" />;
    case 'half':
      return (
        <>
          <circle cx="5" cy="5" fill="none" r="3.7" stroke={colour} strokeWidth="1.2" />
          <path d="M5 1.3a3.7 3.7 0 0 0 0 7.4z" fill={colour} />
        </>
      );
    case 'triangle':
      return <path d="M5 0.8 9.6 9H0.4z" fill={colour} />;
    case 'square':
      return <rect fill={colour} height="7.6" rx="1" width="7.6" x="1.2" y="1.2" />;
  }
}
