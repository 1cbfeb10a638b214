'use server';
/** The second factor of the viewer's own sign-in: an authenticator app, and codes for its loss. */
import { headers } from 'next/headers';
import { z } from 'zod';
import { auth } from '../auth';
import { command } from '../command';
import { perProcess } from '../perProcess';
import { SignInGuard } from '../signInGuard';
import { wordsOfAuthError } from './wordsOfAuthError';

const Password = z.object({ password: z.string().min(1).max(128) });
const Code = z.object({ code: z.string().regex(/^\d{6}$/) });

export type TwoFactorAnswer =
  | { readonly isDone: true; readonly says: string }
  | { readonly isDone: false; readonly says: string };

export type TwoFactorStart =
  | {
      readonly isDone: true;
      /** What the app scans: `otpauth://…`. */
      readonly uri: string;
      readonly backupCodes: readonly string[];
    }
  | { readonly isDone: false; readonly says: string };

const WRONG = 'The password is wrong.';
const NO_PASSWORD = 'Your password is needed.';

/** Makes a secret; it asks for nothing at sign-in until a code of it was given. */
export const startTwoFactor = command({
  name: 'start-two-factor',
  needs: 'read',
  input: Password,
  wrongInput: NO_PASSWORD,
  run: async ({ password }, { viewer }): Promise<TwoFactorStart> => {
    const waits = wait(viewer.email);
    if (waits !== undefined) return { isDone: false, says: waits };
    try {
      const body = { password, method: 'totp' } as const;
      const made = await auth().api.enableTwoFactor({ body, headers: await headers() });
      if (!('totpURI' in made)) return { isDone: false, says: 'No secret could be made.' };
      return { isDone: true, uri: made.totpURI, backupCodes: made.backupCodes };
    } catch (error) {
      return { isDone: false, says: wordsOfAuthError(error, WRONG) };
    }
  },
});

export const confirmTwoFactor = command({
  name: 'confirm-two-factor',
  needs: 'read',
  input: Code,
  wrongInput: 'A code has six digits.',
  run: async ({ code }, { viewer, note }): Promise<TwoFactorAnswer> => {
    const waits = wait(viewer.email);
    if (waits !== undefined) return { isDone: false, says: waits };
    try {
      await auth().api.verifyTOTP({ body: { code }, headers: await headers() });
    } catch (error) {
      return { isDone: false, says: wordsOfAuthError(error, 'The code is wrong or too old.') };
    }
    note({ subject: `user:${viewer.id}`, after: { twoFactor: true } });
    return { isDone: true, says: 'From now on signing in asks for a code.' };
  },
});

export const endTwoFactor = command({
  name: 'end-two-factor',
  needs: 'read',
  input: Password,
  wrongInput: NO_PASSWORD,
  run: async ({ password }, { viewer, note }): Promise<TwoFactorAnswer> => {
    const waits = wait(viewer.email);
    if (waits !== undefined) return { isDone: false, says: waits };
    try {
      await auth().api.disableTwoFactor({ body: { password }, headers: await headers() });
    } catch (error) {
      return { isDone: false, says: wordsOfAuthError(error, WRONG) };
    }
    note({ subject: `user:${viewer.id}`, after: { twoFactor: false } });
    return { isDone: true, says: 'Signing in asks for the password alone.' };
  },
});

function wait(email: string): string | undefined {
  const guard = perProcess('two-factor-guard', () => new SignInGuard());
  const waitMs = guard.waitFor(email, Date.now());
  return waitMs > 0 ? `Too many tries. Wait ${Math.ceil(waitMs / 1_000)} seconds.` : undefined;
}
