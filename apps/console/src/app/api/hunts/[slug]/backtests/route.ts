/** Backtests of one hunt, newest first. */
import { forViewer } from '../../../../../server/answers';
import { readBacktests } from '../../../../../server/reads/backtests';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>((_, __, { slug }) => readBacktests(slug), 'design');
