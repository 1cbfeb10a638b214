import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { CodeForm } from '../../../features/signIn/CodeForm';
import { findViewer } from '../../../server/viewer';

export const metadata: Metadata = { title: 'Second factor' };
export const dynamic = 'force-dynamic';

export default async function CodePage() {
  if (await findViewer()) redirect('/');
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 p-6">
      <div>
        <h1 className="text-xl font-semibold tracking-tight text-accent">Trove</h1>
        <p className="text-muted">A code of your authenticator app, or one of those you kept.</p>
      </div>
      <CodeForm />
    </main>
  );
}
