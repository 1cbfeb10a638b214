/** Who somebody is: by what this installation signed, or by a key the console made. */
import { type Db, keyStore } from '@trove/db';
import type { Logger } from '@trove/telemetry';
import { ApiKeys } from './apiKeys.js';
import { createTokens, type Tokens, type TokensOptions } from './tokens.js';

interface TokenDeps {
  readonly db: Db;
  readonly tokenSecret: string;
  readonly logger: Logger;
}

/** `nowMs` is on Redis's clock. */
export function openTokens(
  { db, tokenSecret, logger }: TokenDeps,
  { nowMs, refusal }: Pick<TokensOptions, 'nowMs' | 'refusal'>,
): Tokens {
  const onError = (err: unknown) => logger.warn({ err }, 'the use of a key could not be noted');
  const apiKeys = new ApiKeys({ store: keyStore(db), nowMs, onError });
  return createTokens({ secret: tokenSecret, nowMs, apiKeys, refusal });
}
