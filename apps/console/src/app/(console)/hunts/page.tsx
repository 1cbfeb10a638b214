import type { Metadata } from 'next';
import { HuntsScreen } from '../../../features/hunts/HuntsScreen';
import { contracts } from '../../../server/packages';
import { pageFor } from '../../../server/page';

export const metadata: Metadata = { title: 'Hunts' };

export default pageFor('read', ({ role }) => (
  <HuntsScreen permissions={contracts.PERMISSIONS[role]} />
));
