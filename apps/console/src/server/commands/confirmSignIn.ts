'use server';
/** The second step of a sign-in: a code of the authenticator app, or one of the kept ones. */
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { auth } from '../auth';
import { perProcess } from '../perProcess';
import { SignInGuard } from '../signInGuard';
import { wordsOfAuthError } from './wordsOfAuthError';

const Code = z.object({ code: z.string().trim().min(6).max(32) });

export interface ConfirmState {
  readonly says: string;
}

export async function confirmSignIn(_before: ConfirmState | undefined, form: FormData) {
  const given = Code.safeParse({ code: form.get('code') });
  if (!given.success) return { says: 'A code has six digits; a kept one has more.' };
  // The library counts wrong codes of one sign-in; this bounds all together.
  const guard = perProcess('confirm-guard', () => new SignInGuard());
  const waitMs = guard.waitFor(`code of ${(await headers()).get('cookie') ?? ''}`, Date.now());
  if (waitMs > 0) return { says: `Too many tries. Wait ${Math.ceil(waitMs / 1_000)} seconds.` };
  const { code } = given.data;
  try {
    const asked = { body: { code }, headers: await headers() };
    if (/^\d{6}$/.test(code)) await auth().api.verifyTOTP(asked);
    else await auth().api.verifyBackupCode(asked);
  } catch (error) {
    return { says: wordsOfAuthError(error, 'The code is wrong, used or too old.') };
  }
  redirect('/');
}
