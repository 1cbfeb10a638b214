/** Refused events of a span of time. */
import { forViewer, queryOf } from '../../../../server/answers';
import { QuarantineSpanQuery, readSpan } from '../../../../server/reads/quarantine';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readSpan(queryOf(request, QuarantineSpanQuery)));
