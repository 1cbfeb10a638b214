'use client';
/** The keys that work on every screen. Lists add their own. */
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { LIVE_AGAIN, movingWindow, useScope, WINDOWS, type WindowMinutes } from '../../live/scope';
import { isInDialog, isTyping } from '../../ui/isTyping';
import { useScopedHref } from './useScopedHref';
import { useScreens } from './ViewerContext';

/** How long after `g` the second key still counts. */
const CHORD_MS = 1_200;

interface ShortcutActions {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

export function useShortcuts({ onPalette, onHelp }: ShortcutActions): void {
  const router = useRouter();
  const hrefTo = useScopedHref();
  const [scope, setScope] = useScope();
  const screens = useScreens();
  const goSince = useRef(0);
  useEffect(() => {
    const go = (key: string): boolean => {
      const screen = screens.find((one) => one.key === key);
      const isChord = Date.now() - goSince.current < CHORD_MS;
      goSince.current = 0;
      if (!screen || !isChord) return false;
      router.push(hrefTo(screen.path));
      return true;
    };
    const press = (event: KeyboardEvent): boolean => {
      if ((event.metaKey || event.ctrlKey) && event.key === 'k') return done(onPalette);
      if (isTyping(event) || event.metaKey || event.ctrlKey || event.altKey) return false;
      if (go(event.key)) return true;
      if (event.key === 'g') return done(() => (goSince.current = Date.now()));
      if (event.key === '?') return done(onHelp);
      if (event.key === 't') {
        return done(() => void setScope(movingWindow(nextWindow(scope.window))));
      }
      if (event.key === '/') return done(focusFilter);
      if (event.key === 'Escape' && scope.range !== null && !isInDialog(event)) {
        return done(() => void setScope(LIVE_AGAIN));
      }
      if (event.key !== ' ' || isOnButton(event)) return false;
      const isHeld = scope.paused || scope.range !== null;
      return done(() => void setScope(isHeld ? LIVE_AGAIN : { paused: true }));
    };
    const onKey = (event: KeyboardEvent) => {
      if (press(event)) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [onPalette, onHelp, router, hrefTo, scope, setScope, screens]);
}

function done(act: () => unknown): true {
  act();
  return true;
}

function nextWindow(window: WindowMinutes): WindowMinutes {
  return WINDOWS[(WINDOWS.indexOf(window) + 1) % WINDOWS.length] ?? '5';
}

function focusFilter(): void {
  document.querySelector<HTMLElement>('[data-filter]')?.focus();
}

/** Space on a button presses that button. */
function isOnButton(event: KeyboardEvent): boolean {
  const isElement = event.target instanceof HTMLElement;
  return isElement && event.target.closest('button, a, summary, [role="dialog"]') !== null;
}
