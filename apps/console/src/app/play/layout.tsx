/**
 * The document around the players' pages. It shares the console's colours and nothing else: no
 * fonts and no providers of the staff's screens, because every byte comes over a phone's signal.
 */
import '../globals.css';
import './play.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { VIEWPORT } from '../../features/frame/viewport';

export const dynamic = 'force-dynamic';
export const viewport = { ...VIEWPORT, viewportFit: 'cover' } as const;

export const metadata: Metadata = {
  title: 'Play',
  description: 'A treasure hunt, on your phone.',
  robots: { index: false, follow: false },
  formatDetection: { telephone: false },
  appleWebApp: { capable: true, statusBarStyle: 'default' },
  icons: { icon: '/play-icons/192.png', apple: '/play-icons/180.png' },
};

export default async function PlayLayout({ children }: { readonly children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html className="play" lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider
          attribute="class"
          defaultTheme="system"
          enableSystem
          nonce={nonce}
          storageKey="play-theme"
        >
          {children}
        </ThemeProvider>
      </body>
    </html>
  );
}
