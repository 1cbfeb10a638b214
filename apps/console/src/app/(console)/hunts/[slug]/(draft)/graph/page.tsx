import type { Metadata } from 'next';
import { GraphScreen } from '../../../../../../features/graph/GraphScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Graph' };

export default pageFor('design', () => <GraphScreen />);
