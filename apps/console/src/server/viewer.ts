/**
 * Who looks. Every page, route and action asks here before it reads or changes anything; the
 * proxy admits nobody. While PostgreSQL is away, whoever was known a moment ago is believed, so
 * that operators are not blind exactly when something is wrong.
 */
import { createHash } from 'node:crypto';
import type { StaffRole } from '@trove/contracts';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { auth } from './auth';
import { contracts } from './packages';
import { perProcess } from './perProcess';

export interface Viewer {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: StaffRole;
  readonly hasTwoFactor: boolean;
}

interface Remembered {
  readonly viewer: Viewer;
  readonly untilMs: number;
}

const BELIEVED_MS = 15 * 60_000;
const REMEMBERED = 1_000;

/** The signed-in viewer of this request, if any. */
export async function findViewer(): Promise<Viewer | undefined> {
  const cookie = await cookieText();
  const key = keyOf(cookie);
  const known = perProcess('viewers', () => new Map<string, Remembered>());
  try {
    const session = await auth().api.getSession({ headers: new Headers({ cookie }) });
    known.delete(key);
    // One who was shut out while this session was being made has it still, and is nobody.
    if (!session || session.user.disabledAt) return undefined;
    const viewer = viewerOf(session.user);
    const untilMs = Math.min(Date.now() + BELIEVED_MS, session.session.expiresAt.getTime());
    remember(known, key, { viewer, untilMs });
    return viewer;
  } catch {
    const remembered = known.get(key);
    return remembered && remembered.untilMs > Date.now() ? remembered.viewer : undefined;
  }
}

interface SessionUser {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role?: unknown;
  readonly twoFactorEnabled?: boolean | null | undefined;
}

/** A role that nobody knows, as of a newer version of the console, is the least. */
function viewerOf({ id, email, name, role, twoFactorEnabled }: SessionUser): Viewer {
  const known = contracts.StaffRole.safeParse(role);
  return {
    id,
    email,
    name,
    role: known.success ? known.data : 'viewer',
    hasTwoFactor: twoFactorEnabled === true,
  };
}

/** For pages: the viewer, or away to the sign-in. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer) redirect('/sign-in');
  return viewer;
}

/** Forgets the one who signs out, so that not even an outage lets that cookie in. */
export async function forgetViewer(): Promise<void> {
  const known = perProcess('viewers', () => new Map<string, Remembered>());
  known.delete(keyOf(await cookieText()));
}

/** The cookies as they are now: an action that has just set one is followed by a render. */
async function cookieText(): Promise<string> {
  const all = (await cookies()).getAll();
  return all.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ');
}

function keyOf(cookie: string): string {
  return createHash('sha256').update(cookie).digest('hex');
}

function remember(known: Map<string, Remembered>, key: string, entry: Remembered): void {
  const oldest = known.keys().next().value;
  if (known.size >= REMEMBERED && oldest !== undefined) known.delete(oldest);
  known.set(key, entry);
}
