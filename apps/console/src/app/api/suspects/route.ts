/** Suspected events with what operators have found of them. */
import { forViewer, queryOf } from '../../../server/answers';
import { readSuspected, SuspectsQuery } from '../../../server/reads/suspects';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readSuspected(queryOf(request, SuspectsQuery)));
