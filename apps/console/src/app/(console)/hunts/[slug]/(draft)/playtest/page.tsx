import type { Metadata } from 'next';
import { PlaytestScreen } from '../../../../../../features/playtest/PlaytestScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Playtest' };

export default pageFor('design', () => <PlaytestScreen />);
