'use client';
/** The ways between screens: a column on wide screens, a bar at the bottom on narrow ones. */
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { isOn } from './screens';
import { useScopedHref } from './useScopedHref';
import { useScreens } from './ViewerContext';

export function SideNav() {
  const pathname = usePathname();
  const hrefTo = useScopedHref();
  const screens = useScreens();
  return (
    <nav
      aria-label="Screens"
      className="sticky top-12 hidden h-fit w-40 shrink-0 flex-col gap-0.5 p-3 md:flex print:hidden"
    >
      {screens.map((screen) => (
        <Link
          aria-current={isOn(screen, pathname) ? 'page' : undefined}
          className={clsx(
            'flex items-center gap-2.5 rounded-md px-2.5 py-1.5',
            isOn(screen, pathname) ? 'bg-raised text-ink' : 'text-muted hover:text-ink',
          )}
          href={hrefTo(screen.path)}
          key={screen.path}
          title={`g ${screen.key}`}
        >
          <screen.icon aria-hidden="true" size={15} />
          {screen.title}
        </Link>
      ))}
    </nav>
  );
}

export function BottomNav() {
  const pathname = usePathname();
  const current = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // It may stand beyond the edge of a narrow screen.
    if (pathname !== '') current.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  const hrefTo = useScopedHref();
  const screens = useScreens();
  return (
    <nav
      aria-label="Screens"
      className={
        'sticky bottom-0 z-30 flex h-14 overflow-x-auto border-t border-line bg-ground md:hidden ' +
        'print:hidden'
      }
    >
      {screens.map((screen) => (
        <Link
          aria-current={isOn(screen, pathname) ? 'page' : undefined}
          className={clsx(
            'flex min-w-18 flex-1 flex-col items-center gap-0.5 py-2 text-[11px] whitespace-nowrap',
            isOn(screen, pathname) ? 'text-accent' : 'text-muted',
          )}
          href={hrefTo(screen.path)}
          key={screen.path}
          ref={isOn(screen, pathname) ? current : undefined}
        >
          <screen.icon aria-hidden="true" size={17} />
          {screen.title}
        </Link>
      ))}
    </nav>
  );
}
