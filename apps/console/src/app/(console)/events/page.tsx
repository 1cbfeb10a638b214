import type { Metadata } from 'next';
import { EventsScreen } from '../../../features/events/EventsScreen';
import { requireViewer } from '../../../server/viewer';

export const metadata: Metadata = { title: 'Events' };

export default async function EventsPage() {
  await requireViewer();
  return <EventsScreen />;
}
