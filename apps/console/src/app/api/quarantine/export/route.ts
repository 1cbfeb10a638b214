/** The refused events of a filter as a file of JSON lines. */
import { forViewer, queryOf } from '../../../../server/answers';
import { exportEntries } from '../../../../server/reads/exportEntries';
import { FilterQuery } from '../../../../server/reads/quarantineQueries';

export const dynamic = 'force-dynamic';

export const GET = forViewer(async (request) => exportEntries(queryOf(request, FilterQuery)));
