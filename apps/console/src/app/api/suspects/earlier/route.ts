/** Suspected events of a team that have made room for later ones. */
import { forViewer, queryOf } from '../../../../server/answers';
import { EarlierQuery, readEarlier } from '../../../../server/reads/suspects';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readEarlier(queryOf(request, EarlierQuery)));
