/** Decided events: by id, the newest, or those of a span of time. */
import { forViewer, queryOf } from '../../../server/answers';
import { EventsQuery, readEvents } from '../../../server/reads/events';

export const dynamic = 'force-dynamic';

export const GET = forViewer((request) => readEvents(queryOf(request, EventsQuery)));
