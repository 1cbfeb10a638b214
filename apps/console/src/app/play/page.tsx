import type { Metadata } from 'next';
import { FindHunt } from '../../features/play/join/FindHunt';

export const metadata: Metadata = { manifest: '/play/manifest.webmanifest' };

export default function FindHuntPage() {
  return <FindHunt />;
}
