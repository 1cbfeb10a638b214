/** Refused events counted by what one filters by. */
import { forViewer, queryOf } from '../../../../server/answers';
import { readFacets } from '../../../../server/reads/quarantine';
import { FilterQuery } from '../../../../server/reads/quarantineQueries';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readFacets(queryOf(request, FilterQuery)));
