/** The tabs of a hunt's design: all of them work on one draft. */
import type { ReactNode } from 'react';
import { DraftProvider } from '../../../../../features/draft/DraftProvider';
import { DraftStrip } from '../../../../../features/draft/DraftStrip';
import { NoDraft } from '../../../../../features/draft/NoDraft';
import { readDraft } from '../../../../../server/drafts/draftView';
import { pageFor } from '../../../../../server/page';

interface DraftLayoutProps {
  readonly params: Promise<{ slug: string }>;
  readonly children: ReactNode;
}

export default pageFor<DraftLayoutProps>('design', async (_viewer, { params, children }) => {
  const { slug } = await params;
  const draft = await readDraft(slug);
  if (!draft) return <NoDraft slug={slug} />;
  return (
    <DraftProvider draft={draft} key={slug}>
      <DraftStrip />
      {children}
    </DraftProvider>
  );
});
