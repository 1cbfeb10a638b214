/** Published hunts with their live version and phase. */
import { forViewer } from '../../../server/answers';
import { readHunts } from '../../../server/reads/hunts';

export const dynamic = 'force-dynamic';

export const GET = forViewer(() => readHunts());
