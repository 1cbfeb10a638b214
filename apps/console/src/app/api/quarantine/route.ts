/** Refused events, newest first, one page. */
import { forViewer, queryOf } from '../../../server/answers';
import { QuarantineListQuery, readEntries } from '../../../server/reads/quarantine';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readEntries(queryOf(request, QuarantineListQuery)));
