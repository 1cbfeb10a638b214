/** The draft of one hunt, as its designers see it. */
import { forViewer } from '../../../../../server/answers';
import { readDraft } from '../../../../../server/drafts/draftView';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((_, __, { slug }) => readDraft(slug), 'design');
