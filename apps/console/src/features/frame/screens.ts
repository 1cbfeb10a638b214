/** The screens of the console: what the navigation, the palette and the `g` keys go to. */
import type { Permission } from '@trove/contracts';
import {
  Activity,
  Braces,
  GitCompareArrows,
  Inbox,
  type LucideIcon,
  Map as MapIcon,
  Scale,
  Server,
  ShieldAlert,
  Users,
} from 'lucide-react';

export interface Screen {
  readonly path: string;
  readonly title: string;
  /** Pressed after `g`. */
  readonly key: string;
  readonly icon: LucideIcon;
  readonly needs: Permission;
}

export const SCREENS: readonly Screen[] = [
  { path: '/', title: 'Overview', key: 'o', icon: Activity, needs: 'read' },
  { path: '/events', title: 'Events', key: 'e', icon: Inbox, needs: 'read' },
  { path: '/quarantine', title: 'Quarantine', key: 'q', icon: ShieldAlert, needs: 'read' },
  { path: '/fair-play', title: 'Fair play', key: 'f', icon: Scale, needs: 'read' },
  { path: '/hunts', title: 'Hunts', key: 'h', icon: MapIcon, needs: 'read' },
  { path: '/twin', title: 'Batch twin', key: 't', icon: GitCompareArrows, needs: 'read' },
  { path: '/system', title: 'System', key: 's', icon: Server, needs: 'read' },
  { path: '/developers', title: 'Developers', key: 'd', icon: Braces, needs: 'read' },
  { path: '/staff', title: 'Staff', key: 'p', icon: Users, needs: 'manage' },
];

/** True when `pathname` is this screen or lies below it. */
export function isOn(screen: Screen, pathname: string): boolean {
  return screen.path === '/' ? pathname === '/' : pathname.startsWith(screen.path);
}
