/** What is right at each clue, and what its hints say, for those who help teams. */
import { forViewer } from '../../../../../../server/answers';
import { readSolutions } from '../../../../../../server/reads/liveHunt/solutions';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((_, __, { slug }) => readSolutions(slug), 'operate');
