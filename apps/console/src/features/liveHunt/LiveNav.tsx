'use client';
/** The parts of operating a live hunt. */
import clsx from 'clsx';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useScopedHref } from '../frame/useScopedHref';

const PARTS = [
  ['', 'Control'],
  ['/progress', 'Progress'],
  ['/photos', 'Photos'],
  ['/teams', 'Teams'],
  ['/timeline', 'Timeline'],
] as const;

export function LiveNav({ slug }: { readonly slug: string }) {
  const hrefTo = useScopedHref();
  const path = usePathname();
  const base = `/hunts/${slug}/live`;
  return (
    <nav aria-label="Live hunt" className="flex gap-1 overflow-x-auto border-b border-line">
      {PARTS.map(([part, word]) => {
        const to = base + part;
        const isHere = part === '' ? path === to : path.startsWith(to);
        return (
          <Link
            aria-current={isHere ? 'page' : undefined}
            className={clsx(
              '-mb-px border-b-2 px-3 py-2 whitespace-nowrap',
              isHere ? 'border-accent text-ink' : 'border-transparent text-muted hover:text-ink',
            )}
            href={hrefTo(to)}
            key={part}
          >
            {word}
          </Link>
        );
      })}
    </nav>
  );
}
