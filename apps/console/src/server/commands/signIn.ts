'use server';
/** Signs staff in. Says the same whether the name or the password was wrong. */
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
  try {
    await auth().api.signInEmail({ body: credentials.data });
  } catch (error) {
    return { email, says: wordsOfAuthError(error, 'This e-mail and password do not go together.') };
  }
  guard.forget(credentials.data.email);
  redirect('/');
}
