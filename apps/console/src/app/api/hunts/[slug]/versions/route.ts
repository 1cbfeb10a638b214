/** The versions of one hunt, newest first. */
import { forViewer } from '../../../../../server/answers';
import { readVersions } from '../../../../../server/reads/versions';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((_, __, { slug }) => readVersions(slug), 'design');
