import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '../../features/signIn/SignInForm';
import { findViewer } from '../../server/viewer';

export const metadata: Metadata = { title: 'Sign in' };
export const dynamic = 'force-dynamic';

export default async function SignInPage() {
  if (await findViewer()) redirect('/');
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 p-6">
      <div>
        <h1 className="text-xl font-semibold tracking-tight text-accent">Trove</h1>
        <p className="text-muted">The control room. Sign in to watch and steer your hunts.</p>
      </div>
      <SignInForm />
      <p className="text-[13px] text-muted">
        The first password was printed once, when Trove was started for the first time.
      </p>
    </main>
  );
}
