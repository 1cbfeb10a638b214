/** Bodies are read as bytes: invalid UTF-8 is refused, and refused originals are kept as sent. */
import { type Problem, problem } from '@trove/contracts';
import type { FastifyInstance } from 'fastify';

const JSON_TYPES = 'json|yaml|cloudevents\\+json|cloudevents-batch\\+json';
const TYPES = new RegExp(`^(application/(${JSON_TYPES}|x-www-form-urlencoded)|text/)`);

export function readBodiesAsText(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(TYPES, { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
}

export type Body =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly error: Problem;
      /** The body as a text to be kept. */
      readonly original: string;
    };

export function textOfBody(body: unknown): Body {
  if (!Buffer.isBuffer(body)) {
    return { ok: false, error: problem('malformed', 'a JSON body is needed'), original: '' };
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(body) };
  } catch {
    // TextDecoder throws only for bytes that are not UTF-8.
    const original = `bytes as base64: ${body.toString('base64')}`;
    return { ok: false, error: problem('malformed', 'the body is not UTF-8'), original };
  }
}

export function parseJson(
  text: string,
): { ok: true; value: unknown } | { ok: false; error: Problem } {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : 'not JSON';
    return { ok: false, error: problem('malformed', detail) };
  }
}
