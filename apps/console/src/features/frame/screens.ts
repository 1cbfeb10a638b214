/** The screens of the console: what the navigation, the palette and the `g` keys go to. */
import {
  Activity,
  GitCompareArrows,
  Inbox,
  type LucideIcon,
  Map as MapIcon,
  Scale,
  Server,
  ShieldAlert,
} from 'lucide-react';

export interface Screen {
  readonly path: string;
  readonly title: string;
  /** Pressed after `g`. */
  readonly key: string;
  readonly icon: LucideIcon;
}

export const SCREENS: readonly Screen[] = [
  { path: '/', title: 'Overview', key: 'o', icon: Activity },
  { path: '/events', title: 'Events', key: 'e', icon: Inbox },
  { path: '/quarantine', title: 'Quarantine', key: 'q', icon: ShieldAlert },
  { path: '/fair-play', title: 'Fair play', key: 'f', icon: Scale },
  { path: '/hunts', title: 'Hunts', key: 'h', icon: MapIcon },
  { path: '/twin', title: 'Batch twin', key: 't', icon: GitCompareArrows },
  { path: '/system', title: 'System', key: 's', icon: Server },
];

/** True when `pathname` is this screen or lies below it. */
export function isOn(screen: Screen, pathname: string): boolean {
  return screen.path === '/' ? pathname === '/' : pathname.startsWith(screen.path);
}
