/** Members of the staff, open invitations and API keys. */
import { forViewer } from '../../../server/answers';
import { readStaff } from '../../../server/reads/staff';

export const dynamic = 'force-dynamic';

export const GET = forViewer(() => readStaff(), 'manage');
