/** Where and as whom staff sign in, once all is up. */

/**
 * @param {{address: string, email: string, password?: string}} signIn password: of the first
 *   member of the staff, when this start has made it
 */
export function signInText({ address, email, password }) {
  const lines =
    password === undefined
      ? [
          `  sign in as ${email}; the password was shown at the first start`,
          '  (lost? npm run new-password makes another)',
        ]
      : [
          `  sign in as ${email} with the password ${password}`,
          '  (shown at this start only; change it in the console)',
        ];
  return [`Trove is ready: ${address}`, ...lines].join('\n');
}
