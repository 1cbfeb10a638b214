/** The floor plan of a hunt: its picture, and the way to put another in its place. */
import { forViewer } from '../../../../../server/answers';
import { readPicture } from '../../../../../server/map/floorPlans';
import { uploadPlan } from '../../../../../server/map/uploadPlan';
import { contracts } from '../../../../../server/packages';

export const dynamic = 'force-dynamic';

interface OfHunt {
  readonly slug: string;
}

export const GET = forViewer<OfHunt>(async (_, __, { slug }) => {
  const isSound = contracts.HuntSlug.safeParse(slug).success;
  const picture = isSound ? await readPicture(slug) : undefined;
  if (!picture) return undefined;
  const headers = {
    'Content-Type': picture.type,
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, max-age=3600',
  };
  return new Response(Buffer.from(picture.bytes), { headers });
}, 'design');

export const PUT = forViewer<OfHunt>((request, viewer, { slug }) => {
  return uploadPlan(request, { slug, viewer });
}, 'design');
