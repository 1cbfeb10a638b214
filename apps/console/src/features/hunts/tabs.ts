/** The tabs of one hunt: what is going on in it, and what its designers work on. */
import type { Permission } from '@trove/contracts';

export interface HuntTab {
  /** Below `/hunts/<slug>`. */
  readonly path: string;
  readonly title: string;
  readonly needs: Permission;
  /** Shown only where the hunt is published, or only where it has a draft. */
  readonly of: 'published' | 'draft';
}

export const HUNT_TABS: readonly HuntTab[] = [
  { path: '', title: 'Board', needs: 'read', of: 'published' },
  { path: '/live', title: 'Live', needs: 'read', of: 'published' },
  { path: '/settings', title: 'Settings', needs: 'design', of: 'draft' },
  { path: '/clues', title: 'Clues', needs: 'design', of: 'draft' },
  { path: '/map', title: 'Map', needs: 'design', of: 'draft' },
  { path: '/graph', title: 'Graph', needs: 'design', of: 'draft' },
  { path: '/rules', title: 'Rules', needs: 'design', of: 'draft' },
  { path: '/try', title: 'Try', needs: 'design', of: 'draft' },
  { path: '/playtest', title: 'Playtest', needs: 'design', of: 'draft' },
  { path: '/backtest', title: 'Backtest', needs: 'design', of: 'draft' },
  { path: '/text', title: 'Text', needs: 'design', of: 'draft' },
  { path: '/versions', title: 'Versions', needs: 'design', of: 'draft' },
];
