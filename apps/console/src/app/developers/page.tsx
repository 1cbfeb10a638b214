import type { Metadata } from 'next';
import { env } from '../../env';
import { DevelopersScreen } from '../../features/developers/DevelopersScreen';
import { apiModel } from '../../server/apiModel';
import { contracts } from '../../server/packages';
import { pageFor } from '../../server/page';

export const metadata: Metadata = { title: 'Developers' };

export default pageFor('read', ({ role }) => (
  <DevelopersScreen
    door={env().TROVE_INGEST_URL}
    mayTry={contracts.mayDo(role, 'design')}
    model={apiModel()}
  />
));
