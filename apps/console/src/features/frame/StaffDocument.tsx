/** The document around every page of the staff: fonts, theme and the providers of client state. */
import { GeistMono } from 'geist/font/mono';
import { GeistSans } from 'geist/font/sans';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from './Providers';

export const STAFF_METADATA: Metadata = {
  title: { default: 'Trove', template: '%s · Trove' },
  description: 'The control room of a real-time treasure-hunt engine.',
  robots: { index: false, follow: false },
};

export async function StaffDocument({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      lang="en"
      suppressHydrationWarning
    >
      <body>
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
