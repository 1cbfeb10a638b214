/**
 * What a page hands to its browser as it goes away: a form with its token beside its events
 * (RFC 6750, 2.2). A beacon can set no headers, and asks no other origin for leave first.
 */
import { BeaconForm } from '@trove/contracts';
import type { FastifyRequest } from 'fastify';

const FORM = 'application/x-www-form-urlencoded';

export function isForm(request: Pick<FastifyRequest, 'headers'>): boolean {
  return (request.headers['content-type'] ?? '').startsWith(FORM);
}

export interface Beacon {
  /** Undefined where the form has none. */
  readonly token: string | undefined;
  /** JSON, if it is what it should be. */
  readonly events: string;
}

export function readBeacon(text: string): Beacon {
  const form = BeaconForm.safeParse(Object.fromEntries(new URLSearchParams(text)));
  if (!form.success) return { token: undefined, events: '' };
  return { token: form.data.access_token, events: form.data.events };
}
