/** What is told of the rules of a draft, for those who write them. */
import { forViewer } from '../../../../../../server/answers';
import { readDraftRules } from '../../../../../../server/drafts/draftRules';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((_, __, { slug }) => readDraftRules(slug), 'design');
