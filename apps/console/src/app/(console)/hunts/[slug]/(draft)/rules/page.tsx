import type { Metadata } from 'next';
import { RulesScreen } from '../../../../../../features/rules/RulesScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Rules' };

export default pageFor('design', () => <RulesScreen />);
