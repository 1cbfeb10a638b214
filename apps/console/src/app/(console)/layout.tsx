/** Everything behind sign-in, in one frame. */
import '../globals.css';
import type { ReactNode } from 'react';
import { STAFF_METADATA } from '../../features/frame/StaffDocument';
import { VIEWPORT } from '../../features/frame/viewport';
import { FramedDocument } from '../../server/FramedDocument';

export const dynamic = 'force-dynamic';
export const metadata = STAFF_METADATA;
export const viewport = VIEWPORT;

export default function ConsoleLayout({ children }: { readonly children: ReactNode }) {
  return <FramedDocument>{children}</FramedDocument>;
}
