/** Takes in a floor plan: small enough, a picture, and laid somewhere; or nothing of it is kept. */
import type { Plan } from '../../features/map/ground';
import { problemAnswer } from '../answers';
import { noteAudit } from '../audit';
import { contracts } from '../packages';
import type { Viewer } from '../viewer';
import { Bounds, findPlan, putPlan } from './floorPlans';
import { imageType } from './imageType';
import { MAP_LIMITS } from './limits';
import { readBounded } from './readBounded';

const TOO_LARGE = 'A floor plan has at most 5 MB: make the picture smaller. Nothing was kept.';
const NO_PICTURE = 'This is no PNG, JPEG or WebP picture. Nothing was kept.';
const ELSEWHERE = 'A floor plan is sent from the console itself.';

export interface Upload {
  readonly slug: string;
  readonly viewer: Viewer;
}

/** The plan as it lies now, or a refusal in words. */
export async function uploadPlan(
  request: Request,
  by: Upload,
): Promise<Plan | Response | undefined> {
  const { slug, viewer } = by;
  if (!contracts.HuntSlug.safeParse(slug).success) return undefined;
  // A cookie travels with what another page sends; browsers say where it comes from.
  if (request.headers.get('sec-fetch-site') !== 'same-origin') {
    return problemAnswer('not_permitted', ELSEWHERE);
  }
  const bounds = boundsOf(request);
  if (!bounds.success)
    return problemAnswer('malformed', 'Where the plan lies is not said soundly.');
  if (Number(request.headers.get('content-length') ?? 0) > MAP_LIMITS.imageBytes) {
    return problemAnswer('too_large', TOO_LARGE);
  }
  const bytes = await readBounded(request.body, MAP_LIMITS.imageBytes);
  if (!bytes) return problemAnswer('too_large', TOO_LARGE);
  const type = imageType(bytes);
  if (!type) return problemAnswer('malformed', NO_PICTURE);
  const laid = await findPlan(slug);
  await putPlan(slug, { type, bytes, bounds: bounds.data });
  const after = { type, bytes: bytes.byteLength, bounds: bounds.data };
  const before = laid ? { bounds: laid.bounds } : null;
  await noteAudit(viewer, 'upload-floor-plan', { subject: `draft:${slug}`, before, after });
  return findPlan(slug);
}

function boundsOf(request: Request) {
  const query = new URL(request.url).searchParams;
  const numbers = ['west', 'south', 'east', 'north'].map((name) => [
    name,
    Number(query.get(name) ?? Number.NaN),
  ]);
  return Bounds.safeParse(Object.fromEntries(numbers));
}
