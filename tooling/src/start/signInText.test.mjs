/** What a person needs to sign in, at the first start and at every later one. */
import { expect, it } from 'vitest';
import { signInText } from './signInText.mjs';

const signIn = { address: 'http://localhost:3000', email: 'operator@trove.local' };

it('has the password at the first start', () => {
  const text = signInText({ ...signIn, password: 'kept-nowhere' });
  expect(text).toContain('Trove is ready: http://localhost:3000');
  expect(text).toContain('sign in as operator@trove.local with the password kept-nowhere');
});

it('names the way back to a lost one at a later start', () => {
  expect(signInText(signIn)).toContain('npm run new-password');
});
