import type { Metadata } from 'next';
import { QrScreen } from '../../../../../../features/qr/QrScreen';
import { pageFor } from '../../../../../../server/page';

export const metadata: Metadata = { title: 'Sheet of codes' };

export default pageFor('design', () => <QrScreen />);
