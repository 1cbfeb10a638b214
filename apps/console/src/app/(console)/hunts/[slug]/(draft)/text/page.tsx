import type { Metadata } from 'next';
import { TextScreen } from '../../../../../../features/draft/TextScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Text' };

export default pageFor('design', () => <TextScreen />);
