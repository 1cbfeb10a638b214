'use client';
/** Dark, light, or as the system says. */
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useSyncExternalStore } from 'react';
import { TOOL } from './toolLook';

const ICONS = { system: Monitor, dark: Moon, light: Sun } as const;
const NEXT = { system: 'dark', dark: 'light', light: 'system' } as const;
type Theme = keyof typeof ICONS;

export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  // The server does not know the choice; the first render must agree with it.
  const isMounted = useSyncExternalStore(
    subscribeToNothing,
    () => true,
    () => false,
  );
  const chosen: Theme = isMounted && theme && theme in ICONS ? (theme as Theme) : 'system';
  const Icon = ICONS[chosen];
  const says = `Theme: ${chosen}. Switch to ${NEXT[chosen]}`;
  return (
    <button
      aria-label={says}
      className={TOOL}
      onClick={() => setTheme(NEXT[chosen])}
      title={says}
      type="button"
    >
      <Icon size={15} />
    </button>
  );
}

function subscribeToNothing(): () => void {
  return () => {};
}
