/** Secrets that are shown once and kept as digests only: of invitation links and of API keys. */
import { createHash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A secret of 256 bits that fits into a URL. */
export function newSecret(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** SHA-256, hex: enough for a secret that nobody can guess. */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
