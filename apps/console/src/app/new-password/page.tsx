import type { Metadata } from 'next';
import { NewPasswordForm } from '../../features/staff/NewPasswordForm';
import { PASSWORD_BOUNDS } from '../../server/auth';

export const metadata: Metadata = { title: 'A new password' };
export const dynamic = 'force-dynamic';

export default function NewPasswordPage() {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 p-6">
      <div>
        <h1 className="text-xl font-semibold tracking-tight text-accent">Trove</h1>
        <p className="text-muted">
          Choose a new password. You are signed out everywhere then, and a second factor is off: set
          it up again under Your account.
        </p>
      </div>
      <NewPasswordForm minLength={PASSWORD_BOUNDS.min} />
    </main>
  );
}
