import type { Metadata } from 'next';
import { CluesScreen } from '../../../../../../features/clues/CluesScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Clues' };

export default pageFor('design', () => <CluesScreen />);
