import type { Metadata } from 'next';
import { PasswordForm } from '../../../features/account/PasswordForm';
import { TwoFactorForm } from '../../../features/account/TwoFactorForm';
import { PASSWORD_BOUNDS } from '../../../server/auth';
import { requireViewer } from '../../../server/viewer';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const { email, role, hasTwoFactor } = await requireViewer();
  return (
    <div className="flex flex-col gap-4">
      <h1 className="text-xl font-medium">Account</h1>
      <p className="text-muted">
        Signed in as {email}, with the role {role}.
      </p>
      <h2 className="text-base font-medium">Password</h2>
      <PasswordForm email={email} minLength={PASSWORD_BOUNDS.min} />
      <TwoFactorForm isOn={hasTwoFactor} />
    </div>
  );
}
