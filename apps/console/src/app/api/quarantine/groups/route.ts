/** Refused events by reason. */
import { forViewer, queryOf } from '../../../../server/answers';
import { GroupsQuery, readGroups } from '../../../../server/reads/quarantine';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readGroups(queryOf(request, GroupsQuery)));
