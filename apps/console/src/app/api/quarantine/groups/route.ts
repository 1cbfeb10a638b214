/** Refused events by reason. */
import { forViewer, queryOf } from '../../../../server/answers';
import { readGroups } from '../../../../server/reads/quarantine';
import { FilterQuery } from '../../../../server/reads/quarantineQueries';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readGroups(queryOf(request, FilterQuery)));
