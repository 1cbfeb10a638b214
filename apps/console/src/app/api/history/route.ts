/** Buckets of the past, as many as a chart can draw, with the marks among them. */
import { forViewer, queryOf } from '../../../server/answers';
import { HistoryQuery, readHistory } from '../../../server/reads/history';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readHistory(queryOf(request, HistoryQuery)));
