import type { Metadata } from 'next';
import { VersionsScreen } from '../../../../../../features/versions/VersionsScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Versions' };

export default pageFor('design', () => <VersionsScreen />);
