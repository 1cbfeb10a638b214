/** Routes for tools that hold an API key: who they are, and whether the key is for this hunt. */
import type { KeyRight, ProblemCode } from '@trove/contracts';
import type { StoredKey } from '@trove/db';
import { problemAnswer } from './answers';
import { db, logger } from './connections';
import { contracts, database } from './packages';
import { digestOf } from './secrets';

export interface KeyHolder {
  /** For the audit log. */
  readonly id: string;
  readonly email: string;
}

interface Route {
  readonly params: Promise<{ slug: string }>;
}

interface Asked {
  readonly slug: string;
  readonly holder: KeyHolder;
}

type Handler = (request: Request, asked: Asked) => Promise<Response>;

/** A route under a hunt's name for keys with this right. */
export function forKey(right: KeyRight, handler: Handler) {
  return async (request: Request, { params }: Route): Promise<Response> => {
    const slug = contracts.HuntSlug.safeParse((await params).slug);
    if (!slug.success) return problemAnswer('unknown_hunt', 'This is not a hunt’s name.');
    try {
      const key = await keyOf(request);
      const refused = refusalOf(key, { right, slug: slug.data });
      if (refused || !key) return problemAnswer(...(refused ?? NO_KEY));
      const holder = { id: `key:${key.id}`, email: key.name };
      return await handler(request, { slug: slug.data, holder });
    } catch (error) {
      logger().warn({ err: error, path: new URL(request.url).pathname }, 'a tool was not answered');
      return problemAnswer('not_ready', 'A server this needs does not answer.');
    }
  };
}

const NO_KEY = ['token_missing', 'An API key is needed as bearer token.'] as const;

async function keyOf(request: Request): Promise<StoredKey | undefined> {
  const [, token] = /^Bearer (\S{1,200})$/.exec(request.headers.get('authorization') ?? '') ?? [];
  if (!token?.startsWith(contracts.API_KEY_PREFIX)) return undefined;
  const keys = database.keyStore(db());
  const key = await keys.find(digestOf(token));
  if (key) await keys.noteUse(key.id);
  return key;
}

function refusalOf(
  key: StoredKey | undefined,
  { right, slug }: { readonly right: KeyRight; readonly slug: string },
): readonly [ProblemCode, string] | undefined {
  if (!key) return NO_KEY;
  const standing = database.standingOfKey(key, Date.now());
  if (standing !== 'open') return ['token_invalid', `The key is ${standing}.`];
  if (!key.may.includes(right)) return ['not_permitted', `The key has no right to ${right}.`];
  if (key.hunts.includes('*') || key.hunts.includes(slug)) return undefined;
  return ['hunt_not_allowed', 'The key is for other hunts.'];
}
