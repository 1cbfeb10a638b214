/** Refused events of a span of time. */
import { forViewer, queryOf } from '../../../../server/answers';
import { readSpan } from '../../../../server/reads/quarantine';
import { QuarantineSpanQuery } from '../../../../server/reads/quarantineQueries';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readSpan(queryOf(request, QuarantineSpanQuery)));
