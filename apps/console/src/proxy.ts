/**
 * Puts the content security policy, with a nonce of this request, on every page. It admits
 * nobody: whether a viewer is signed in is asked where data is read.
 */
import { type NextRequest, NextResponse } from 'next/server';
import { doorAddress, isDevelopment } from './mode/env';

export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64');
  const policy = contentSecurityPolicy(nonce, connectionsOf(request.nextUrl.pathname));
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('Content-Security-Policy', policy);
  return response;
}

/**
 * Pages that speak to the door themselves; all others speak to the console alone. Each of them has
 * a root layout of its own, because a page that is come to without loading a document keeps the
 * policy of the page before.
 */
function connectionsOf(pathname: string): string {
  if (!/^\/(developers|play)(\/|$)/.test(pathname)) return "'self'";
  const { host, protocol } = new URL(doorAddress());
  const isSecure = protocol === 'https:';
  return `'self' ${protocol}//${host} ${isSecure ? 'wss' : 'ws'}://${host}`;
}

function contentSecurityPolicy(nonce: string, connections: string): string {
  const forDevelopment = isDevelopment() ? " 'unsafe-eval'" : '';
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${forDevelopment}`,
    `style-src 'self' 'nonce-${nonce}'`,
    // Charts are measured and placed with style attributes; they cannot load or run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${connections}`,
    "manifest-src 'self'",
    // The map draws in a worker that is a file of our own; without this line workers would fall
    // under script-src, whose strict-dynamic knows no file that stands by itself.
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export const config = {
  matcher: [
    {
      source: '/((?!api/|_next/static|healthz|readyz|metrics|version|icon.svg).*)',
      missing: [
        { type: 'header', key: 'next-router-prefetch' },
        { type: 'header', key: 'purpose', value: 'prefetch' },
      ],
    },
  ],
};
