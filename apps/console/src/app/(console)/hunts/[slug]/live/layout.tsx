/** The frame of operating a live hunt: which hunt it is, and the parts of the work. */
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { LiveNav } from '../../../../../features/liveHunt/LiveNav';
import { readHunt } from '../../../../../server/reads/hunts';
import { requireViewer } from '../../../../../server/viewer';

interface LiveLayoutProps {
  readonly params: Promise<{ slug: string }>;
  readonly children: ReactNode;
}

export default async function LiveLayout({ params, children }: LiveLayoutProps) {
  await requireViewer();
  const { slug } = await params;
  const hunt = await readHunt(slug);
  if (!hunt) notFound();
  return (
    <div className="flex min-w-0 flex-col gap-3">
      <LiveNav slug={slug} />
      {children}
    </div>
  );
}
