import type { Metadata } from 'next';
import { JoinForm } from '../../features/staff/JoinForm';
import { PASSWORD_BOUNDS } from '../../server/auth';

export const metadata: Metadata = { title: 'Join the staff' };
export const dynamic = 'force-dynamic';

export default function JoinPage() {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-6 p-6">
      <div>
        <h1 className="text-xl font-semibold tracking-tight text-accent">Trove</h1>
        <p className="text-muted">You were invited. Choose how you are called and a password.</p>
      </div>
      <JoinForm minLength={PASSWORD_BOUNDS.min} />
    </main>
  );
}
