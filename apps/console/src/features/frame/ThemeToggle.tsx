'use client';
/** Dark, light, or as the system says. */
import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { TOOL } from './toolLook';
import { useHydrated } from './useHydrated';

const ICONS = { system: Monitor, dark: Moon, light: Sun } as const;
const NEXT = { system: 'dark', dark: 'light', light: 'system' } as const;
type Theme = keyof typeof ICONS;

export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  // The server does not know the choice; the first render must agree with it.
  const isHydrated = useHydrated();
  const chosen: Theme = isHydrated && theme && theme in ICONS ? (theme as Theme) : 'system';
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
