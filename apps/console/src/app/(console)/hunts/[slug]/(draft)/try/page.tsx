import type { Metadata } from 'next';
import { TryScreen } from '../../../../../../features/trial/TryScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Try' };

export default pageFor('design', () => <TryScreen />);
