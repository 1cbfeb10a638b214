/** Who is signed in; 401 when nobody is. */
import { forViewer } from '../../../server/answers';

export const dynamic = 'force-dynamic';

export const GET = forViewer(async (_request, { email, name }) => ({ email, name }));
