/** Drafts of hunts, without their files. */
import { forViewer } from '../../../server/answers';
import { readDrafts } from '../../../server/reads/drafts';

export const dynamic = 'force-dynamic';

export const GET = forViewer(() => readDrafts(), 'design');
