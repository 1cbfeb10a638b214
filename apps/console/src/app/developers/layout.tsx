/**
 * The document of the page whose explorer speaks to the door. A policy comes with a document and
 * stays with it, so this page has a root of its own: every way to it and from it, Back too, loads
 * a document anew, and the door is within reach of this page alone.
 */
import '../globals.css';
import type { ReactNode } from 'react';
import { STAFF_METADATA } from '../../features/frame/StaffDocument';
import { VIEWPORT } from '../../features/frame/viewport';
import { FramedDocument } from '../../server/FramedDocument';

export const dynamic = 'force-dynamic';
export const metadata = STAFF_METADATA;
export const viewport = VIEWPORT;

export default function DevelopersLayout({ children }: { readonly children: ReactNode }) {
  return <FramedDocument>{children}</FramedDocument>;
}
