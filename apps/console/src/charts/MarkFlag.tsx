/** What stands on top of a mark's line: a flag for a publication, a ring for a start. */

interface MarkFlagProps {
  readonly says: string;
  readonly isPublication: boolean;
  /** Given by Recharts: the line in pixels. */
  readonly viewBox?: { readonly x?: number; readonly y?: number };
}

export function MarkFlag({ says, isPublication, viewBox }: MarkFlagProps) {
  const { x = 0, y = 0 } = viewBox ?? {};
  return (
    <g className="recharts-mark">
      <title>{says}</title>
      {isPublication ? (
        <path d={`M${x},${y} h8 l-2,3.5 l2,3.5 h-8 z`} fill="var(--accent)" />
      ) : (
        <circle cx={x} cy={y + 3.5} fill="var(--panel)" r="3" stroke="var(--muted)" />
      )}
      <rect fill="transparent" height="14" width="14" x={x - 5} y={y - 3} />
    </g>
  );
}
