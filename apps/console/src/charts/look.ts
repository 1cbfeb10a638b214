/** How all charts look: one grid, one axis, one set of sizes. Stable objects, made once. */
import type { Shape } from '../live/outcomes';

export const CHART_HEIGHT = 190;
export const AXIS_TICK = { fill: 'var(--muted)', fontSize: 11, fontFamily: 'var(--font-mono)' };
export const AXIS_LINE = { stroke: 'var(--line)' };
export const CURSOR = { stroke: 'var(--muted)', strokeDasharray: '3 3' };
export const MARGIN = { top: 8, right: 8, bottom: 0, left: 0 };
/** Charts with the same id share one cross-hair. */
export const CROSS_HAIR = 'live';

/** A line or layer of a chart. */
export interface Series {
  readonly key: string;
  readonly label: string;
  /** Any CSS colour. */
  readonly colour: string;
  readonly dash?: string;
  /** What its word stands beside where it is named; else its line. */
  readonly glyph?: { readonly shape: Shape; readonly hue: string };
}
