/** What is right at each clue of a live hunt, and what its hints say: for operators alone. */
import type { SolutionsAnswer } from '../../../features/liveHunt/answers';
import { readHunt } from '../hunts';
import { huntFile } from './huntRules';
import { solutionOf } from './solutionOf';

/** Undefined when no hunt of this name is published. */
export async function readSolutions(slug: string): Promise<SolutionsAnswer | undefined> {
  const live = await readHunt(slug);
  const file = live && (await huntFile(live));
  return file && { clues: file.clues.map(solutionOf) };
}
