/** How often the rules of a hunt have fired in the last hour. */
import { forViewer } from '../../../../../server/answers';
import { readRulesFired } from '../../../../../server/reads/rulesFired';

export const dynamic = 'force-dynamic';

export const GET = forViewer<{ slug: string }>(
  (_, __, { slug }) => readRulesFired(slug, Date.now()),
  'design',
);
