/** Sends a floor plan to the console. What is too large is refused before it is sent. */
import type { PlanAnswer } from '../../server/commands/floorPlan';
import type { Plan, PlanBounds } from './ground';

const MOST_BYTES = 5 * 1024 * 1024;
const MEGABYTE = 1024 * 1024;

interface PlanFile {
  readonly slug: string;
  readonly picture: File;
  /** What the picture covers. */
  readonly bounds: PlanBounds;
}

export async function sendPlan({ slug, picture, bounds }: PlanFile): Promise<PlanAnswer> {
  if (picture.size > MOST_BYTES) {
    const size = Math.ceil(picture.size / MEGABYTE).toLocaleString('en');
    return { isDone: false, says: `This picture has ${size} MB; at most 5 MB. Nothing was sent.` };
  }
  const query = new URLSearchParams(
    Object.entries(bounds).map(([name, degrees]) => [name, String(degrees)]),
  );
  const answer = await fetch(`/api/hunts/${slug}/floor-plan?${query}`, {
    method: 'PUT',
    body: picture,
  });
  const body: unknown = await answer.json();
  if (answer.ok)
    return { isDone: true, says: 'The floor plan lies there now.', plan: body as Plan };
  return { isDone: false, says: String((body as { readonly detail?: unknown }).detail) };
}
