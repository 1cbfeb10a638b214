/** A hunt's file for tools that hold a key: fetched, and put back on the revision it was. */
import { problemAnswer } from '../../../../server/answers';
import { noteAudit } from '../../../../server/audit';
import { putDraftFile, readDraftFile, readVersionFile } from '../../../../server/drafts/draftFile';
import { forKey } from '../../../../server/keyHolder';
import { contracts, core } from '../../../../server/packages';

export const dynamic = 'force-dynamic';

const YAML = 'application/yaml; charset=utf-8';

/** With `?version=3` the file of that version, else the draft. */
export const GET = forKey('draft', async (request, { slug }) => {
  const version = new URL(request.url).searchParams.get('version');
  const number = version === null ? undefined : Number(version);
  if (number !== undefined && !(Number.isSafeInteger(number) && number > 0)) {
    return problemAnswer('malformed', 'A version is a whole number from 1.');
  }
  const file = await (number === undefined ? readDraftFile(slug) : readVersionFile(slug, number));
  if (!file) return problemAnswer('unknown_hunt', `There is no such hunt or version of ${slug}.`);
  const { source, revision, baseVersion } = file;
  const headers = { 'Content-Type': YAML, ETag: `"${revision}"`, 'Cache-Control': 'no-store' };
  return new Response(source, {
    headers: { ...headers, 'Trove-Base-Version': String(baseVersion) },
  });
});

export const PUT = forKey('draft', async (request, { slug, holder }) => {
  const text = await boundedText(request);
  if (text === undefined) return problemAnswer('too_large', 'A hunt file is smaller than that.');
  const revision = revisionOf(request.headers.get('if-match'));
  if (revision === 'malformed') {
    return problemAnswer('malformed', 'If-Match names the revision it was made on, as "3".');
  }
  const put = { slug, text, by: holder.email, ...(revision === undefined ? {} : { revision }) };
  const answer = await putDraftFile(put);
  if (answer.is === 'refused') return problemAnswer('invalid_hunt', answer.says);
  if (answer.is === 'outdated') {
    const { by, revision: now } = answer;
    return problemAnswer('outdated', `${by} has changed this draft since; it is at ${now}.`);
  }
  const change = { subject: `draft:${slug}`, before: { text: answer.before }, after: { text } };
  if (answer.before !== text) await noteAudit(holder, 'push-draft', change);
  const { findings, unsaid } = core.lintHuntFile(text);
  return Response.json({ slug, revision: answer.revision, findings, unsaid });
});

/** Undefined when it is longer than a hunt file may be; no more than that is read. */
async function boundedText(request: Request): Promise<string | undefined> {
  const bound = contracts.HUNT_LIMITS.fileBytes;
  if (Number(request.headers.get('content-length') ?? 0) > bound || !request.body) return undefined;
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body) {
    bytes += chunk.length;
    if (bytes > bound) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function revisionOf(ifMatch: string | null): number | undefined | 'malformed' {
  if (ifMatch === null) return undefined;
  const tag = /^"?(\d{1,9})"?$/.exec(ifMatch.trim())?.[1];
  return tag === undefined ? 'malformed' : Number(tag);
}
