'use client';
/** The ways between screens: a column on wide screens, a bar at the bottom on narrow ones. */
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { isOn, SCREENS } from './screens';
import { useScopedHref } from './useScopedHref';

export function SideNav() {
  const pathname = usePathname();
  const hrefTo = useScopedHref();
  return (
    <nav
      aria-label="Screens"
      className="sticky top-12 hidden h-fit w-40 shrink-0 flex-col gap-0.5 p-3 md:flex print:hidden"
    >
      {SCREENS.map((screen) => (
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
  const hrefTo = useScopedHref();
  return (
    <nav
      aria-label="Screens"
      className={
        'sticky bottom-0 z-30 flex h-14 border-t border-line bg-ground md:hidden print:hidden'
      }
    >
      {SCREENS.map((screen) => (
        <Link
          aria-current={isOn(screen, pathname) ? 'page' : undefined}
          className={clsx(
            'flex flex-1 flex-col items-center gap-0.5 py-2 text-[11px]',
            isOn(screen, pathname) ? 'text-accent' : 'text-muted',
          )}
          href={hrefTo(screen.path)}
          key={screen.path}
        >
          <screen.icon aria-hidden="true" size={17} />
          {screen.title}
        </Link>
      ))}
    </nav>
  );
}
