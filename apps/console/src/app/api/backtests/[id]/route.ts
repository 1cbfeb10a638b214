/** One backtest with its result. */
import { forViewer } from '../../../../server/answers';
import { readBacktest } from '../../../../server/reads/backtests';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ id: string }>((_, __, { id }) => readBacktest(id), 'design');
