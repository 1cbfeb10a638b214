/** Ranges of the file of tiles that lies under every map. */
import { forViewer } from '../../../../server/answers';
import { readTiles } from '../../../../server/map/tiles';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readTiles(request));
