/** The documents themselves, for generators and editors: asyncapi.json and openapi.json. */
import { forViewer } from '../../../../server/answers';
import { apiDocument } from '../../../../server/apiModel';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ name: string }>(async (_, __, { name }) => apiDocument(name));
