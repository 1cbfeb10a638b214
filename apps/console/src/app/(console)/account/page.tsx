import type { Metadata } from 'next';
import { PasswordForm } from '../../../features/account/PasswordForm';
import { PASSWORD_BOUNDS } from '../../../server/auth';
import { requireViewer } from '../../../server/viewer';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const { email } = await requireViewer();
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-xl font-medium">Account</h1>
      <p className="text-muted">Signed in as {email}.</p>
      <PasswordForm email={email} minLength={PASSWORD_BOUNDS.min} />
    </div>
  );
}
