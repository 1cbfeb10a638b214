'use client';
/** What stands above every screen of one hunt: its name, and the ways to its tabs. */
import type { Permission } from '@trove/contracts';
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { useScopedHref } from '../frame/useScopedHref';
import { HUNT_TABS } from './tabs';

interface HuntFrameProps {
  readonly slug: string;
  readonly title: string;
  readonly isPublished: boolean;
  readonly permissions: readonly Permission[];
  readonly children: ReactNode;
}

export function HuntFrame({ slug, title, isPublished, permissions, children }: HuntFrameProps) {
  const hrefTo = useScopedHref();
  const pathname = usePathname();
  const tabs = HUNT_TABS.filter(({ needs, of }) => {
    return permissions.includes(needs) && (of === 'draft' || isPublished);
  });
  return (
    <div className="flex flex-col gap-3">
      <p className="text-[13px] text-muted print:hidden">
        <Link className="hover:underline" href={hrefTo('/hunts')}>
          Hunts
        </Link>{' '}
        / {slug}
      </p>
      <h1 className="text-xl font-medium" dir="auto">
        {title}
      </h1>
      <nav
        aria-label="Tabs of this hunt"
        className="overflow-x-auto border-b border-line print:hidden"
      >
        <ul className="m-0 flex list-none gap-1 p-0">
          {tabs.map((tab) => (
            <li key={tab.path}>
              <TabLink
                href={hrefTo(`/hunts/${slug}${tab.path}`)}
                isHere={pathname === `/hunts/${slug}${tab.path}`}
                title={tab.title}
              />
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </div>
  );
}

interface TabLinkProps {
  readonly href: string;
  readonly title: string;
  readonly isHere: boolean;
}

/** The one that is open is in sight, also where not all of them fit. */
function TabLink({ href, title, isHere }: TabLinkProps) {
  const link = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    if (isHere) link.current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [isHere]);
  return (
    <Link
      aria-current={isHere ? 'page' : undefined}
      className={clsx(
        'block border-b-2 px-2.5 py-1.5 whitespace-nowrap',
        isHere ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink',
      )}
      href={href}
      ref={link}
    >
      {title}
    </Link>
  );
}
