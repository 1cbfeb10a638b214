import type { Metadata } from 'next';
import { StaffScreen } from '../../../features/staff/StaffScreen';
import { pageFor } from '../../../server/page';

export const metadata: Metadata = { title: 'Staff' };

export default pageFor('manage', (viewer) => <StaffScreen viewerId={viewer.id} />);
