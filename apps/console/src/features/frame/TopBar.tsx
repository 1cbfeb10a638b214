'use client';
/** The bar on top: hunt, state, window, pause; palette, help, theme, who. */
import { CircleHelp, Search } from 'lucide-react';
import Link from 'next/link';
import { HuntPicker } from './HuntPicker';
import { LiveBadge } from './LiveBadge';
import { PauseButton } from './PauseButton';
import { ThemeToggle } from './ThemeToggle';
import { TOOL } from './toolLook';
import { useHydrated } from './useHydrated';
import { useScopedHref } from './useScopedHref';
import { ViewerMenu } from './ViewerMenu';
import { WindowPicker } from './WindowPicker';

interface TopBarProps {
  readonly onPalette: () => void;
  readonly onHelp: () => void;
}

export function TopBar({ onPalette, onHelp }: TopBarProps) {
  const hrefTo = useScopedHref();
  const isReady = useHydrated();
  return (
    <header
      className={
        'sticky top-0 z-30 flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-line ' +
        'bg-ground px-3 py-1.5 sm:px-4 print:hidden'
      }
      inert={!isReady}
    >
      <Link className="mr-1 font-semibold tracking-tight text-accent" href={hrefTo('/')}>
        Trove
      </Link>
      <HuntPicker />
      <div
        className={
          'order-last flex w-full flex-wrap items-center gap-x-2 gap-y-1 ' +
          'sm:order-none sm:mx-auto sm:w-auto'
        }
      >
        <LiveBadge />
        <WindowPicker />
        <PauseButton />
      </div>
      <div className="ml-auto flex items-center sm:ml-0">
        <button
          aria-label="Find a command"
          className={TOOL}
          onClick={onPalette}
          title="Find a command (⌘K)"
          type="button"
        >
          <Search size={15} />
          <kbd className="hidden text-[11px] lg:inline">⌘K</kbd>
        </button>
        <button aria-label="Keys" className={TOOL} onClick={onHelp} title="Keys (?)" type="button">
          <CircleHelp size={15} />
        </button>
        <ThemeToggle />
        <ViewerMenu />
      </div>
    </header>
  );
}
