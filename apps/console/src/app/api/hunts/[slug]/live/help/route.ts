/** Teams that may need help. */
import { forViewer } from '../../../../../../server/answers';
import { readHelp } from '../../../../../../server/reads/liveHunt/help';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((_, __, { slug }) => readHelp(slug));
