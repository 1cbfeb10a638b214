/** Where a hunt stands, and what can be done with it. */
import { forViewer } from '../../../../../../server/answers';
import { readControl } from '../../../../../../server/reads/liveHunt/control';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((_, __, { slug }) => readControl(slug));
