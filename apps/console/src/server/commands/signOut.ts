'use server';
/** Ends the viewer's session, here and in PostgreSQL. */
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from '../auth';
import { forgetViewer, requireViewer } from '../viewer';

export async function signOut(): Promise<void> {
  await requireViewer();
  await forgetViewer();
  await auth().api.signOut({ headers: await headers() });
  redirect('/sign-in');
}
