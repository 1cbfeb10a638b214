/** Who changed what, newest first. */
import { forViewer, queryOf } from '../../../server/answers';
import { AuditQuery, readAudit } from '../../../server/reads/staff';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readAudit(queryOf(request, AuditQuery)), 'manage');
