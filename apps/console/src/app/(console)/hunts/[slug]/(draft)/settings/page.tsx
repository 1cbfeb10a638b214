import type { Metadata } from 'next';
import { SettingsScreen } from '../../../../../../features/settings/SettingsScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Settings' };

export default pageFor('design', () => <SettingsScreen />);
