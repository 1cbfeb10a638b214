/** Repair runs, newest first. */
import { forViewer } from '../../../../server/answers';
import { readRuns } from '../../../../server/reads/repairRuns';

export const dynamic = 'force-dynamic';

export const GET = forViewer(readRuns);
