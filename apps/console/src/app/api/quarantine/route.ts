/** Refused events, newest first, one page. */
import { forViewer, queryOf } from '../../../server/answers';
import { readEntries } from '../../../server/reads/quarantine';
import { QuarantineListQuery } from '../../../server/reads/quarantineQueries';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readEntries(queryOf(request, QuarantineListQuery)));
