/** Publications and starts of processes in a range. */
import { forViewer, queryOf } from '../../../../server/answers';
import { HistoryQuery, readMarks } from '../../../../server/reads/history';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readMarks(queryOf(request, HistoryQuery)));
