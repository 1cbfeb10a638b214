'use server';
/** Lays a floor plan elsewhere, or takes it away. */
import { z } from 'zod';
import type { Plan } from '../../features/map/ground';
import { command } from '../command';
import { Bounds, findPlan, layPlan, removePlan } from '../map/floorPlans';
import { contracts } from '../packages';

export type PlanAnswer =
  | { readonly isDone: true; readonly says: string; readonly plan: Plan | undefined }
  | { readonly isDone: false; readonly says: string };

const NONE = { isDone: false, says: 'This hunt has no floor plan.' } as const;

export const layFloorPlan = command({
  name: 'lay-floor-plan',
  needs: 'design',
  input: z.object({ slug: contracts.HuntSlug, bounds: Bounds }),
  wrongInput: 'West lies before east, and south before north, in degrees.',
  run: async ({ slug, bounds }, { note }): Promise<PlanAnswer> => {
    const before = await findPlan(slug);
    if (!before || !(await layPlan(slug, bounds))) return NONE;
    note({
      subject: `draft:${slug}`,
      before: { floorPlan: before.bounds },
      after: { floorPlan: bounds },
    });
    return { isDone: true, says: 'The floor plan lies there now.', plan: await findPlan(slug) };
  },
});

export const removeFloorPlan = command({
  name: 'remove-floor-plan',
  needs: 'design',
  input: z.object({ slug: contracts.HuntSlug }),
  wrongInput: 'There is no such hunt.',
  run: async ({ slug }, { note }): Promise<PlanAnswer> => {
    const before = await findPlan(slug);
    if (!before || !(await removePlan(slug))) return NONE;
    note({
      subject: `draft:${slug}`,
      before: { floorPlan: before.bounds },
      after: { floorPlan: null },
    });
    return { isDone: true, says: 'The floor plan is gone.', plan: undefined };
  },
});
