/** The batch twin beside the live state. */
import { forViewer, queryOf } from '../../../server/answers';
import { readTwin, TwinQuery } from '../../../server/reads/twin';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readTwin(queryOf(request, TwinQuery)));
