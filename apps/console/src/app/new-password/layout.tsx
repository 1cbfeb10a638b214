/** The document of the page that a link for a new password opens: a root without a frame. */
import '../globals.css';
import type { ReactNode } from 'react';
import { STAFF_METADATA, StaffDocument } from '../../features/frame/StaffDocument';
import { VIEWPORT } from '../../features/frame/viewport';

export const metadata = STAFF_METADATA;
export const viewport = VIEWPORT;

export default function Layout({ children }: { readonly children: ReactNode }) {
  return <StaffDocument>{children}</StaffDocument>;
}
