'use server';
/** Signs staff in. Says the same of a wrong name, a wrong password and a member who is shut out. */
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { auth } from '../auth';
import { perProcess } from '../perProcess';
import { SignInGuard } from '../signInGuard';
import { wordsOfAuthError } from './wordsOfAuthError';

const Credentials = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  password: z.string().min(1).max(128),
});

const REFUSED = 'This e-mail and password do not go together.';

/** What the form shows after a try that failed. */
export interface SignInState {
  readonly says: string;
  readonly email: string;
}

export async function signIn(_before: SignInState | undefined, form: FormData) {
  const email = String(form.get('email') ?? '');
  const credentials = Credentials.safeParse({ email, password: form.get('password') });
  if (!credentials.success) {
    return { email, says: 'An e-mail address and a password are needed.' };
  }
  const guard = perProcess('sign-in-guard', () => new SignInGuard());
  const waitMs = guard.waitFor(credentials.data.email, Date.now());
  if (waitMs > 0) {
    return { email, says: `Too many tries. Wait ${Math.ceil(waitMs / 1_000)} seconds.` };
  }
  let needsCode: boolean;
  try {
    const signed = await auth().api.signInEmail({ body: credentials.data });
    needsCode = 'twoFactorRedirect' in signed;
  } catch (error) {
    return { email, says: wordsOfAuthError(error, REFUSED) };
  }
  guard.forget(credentials.data.email);
  redirect(needsCode ? '/sign-in/code' : '/');
}
