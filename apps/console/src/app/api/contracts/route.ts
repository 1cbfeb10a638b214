/** The contract of an event type, as JSON Schema. */
import { forViewer, queryOf } from '../../../server/answers';
import { ContractQuery, readContract } from '../../../server/reads/contract';

export const dynamic = 'force-dynamic';

export const GET = forViewer(async (request) => readContract(queryOf(request, ContractQuery)));
