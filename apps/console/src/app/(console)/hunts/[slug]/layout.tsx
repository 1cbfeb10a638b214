/** One hunt, published or still a draft: its name and its tabs. */
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { HuntFrame } from '../../../../features/hunts/HuntFrame';
import { contracts } from '../../../../server/packages';
import { readHeadOfHunt } from '../../../../server/reads/hunts';
import { requireViewer } from '../../../../server/viewer';

interface HuntLayoutProps {
  readonly params: Promise<{ slug: string }>;
  readonly children: ReactNode;
}

export default async function HuntLayout({ params, children }: HuntLayoutProps) {
  const { role } = await requireViewer();
  const { slug } = await params;
  const head = await readHeadOfHunt(slug);
  if (!head) notFound();
  return (
    <HuntFrame permissions={contracts.PERMISSIONS[role]} slug={slug} {...head}>
      {children}
    </HuntFrame>
  );
}
