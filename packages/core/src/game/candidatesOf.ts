/** Which clues of a hunt an event is about: found by place, code, position or their id. */
import type { CompiledClue, CompiledHunt } from '../hunt/compiledHunt.js';
import type { PlayLogged } from '../ports/loggedEvent.js';

const NONE: readonly CompiledClue[] = [];

export function candidatesOf(event: PlayLogged, rules: CompiledHunt): readonly CompiledClue[] {
  switch (event.type) {
    case 'place.visited.v1':
      return rules.clueByPlace.get(event.data.place) ?? NONE;
    case 'code.scanned.v1':
      return rules.clueByCode.get(event.data.code) ?? NONE;
    case 'location.reported.v1':
      return rules.cluesNear(event.data.lat, event.data.lon);
    case 'clue.answered.v1':
      return clueOfKind(rules, event.data.clue, 'answer');
    case 'option.chosen.v1': {
      const { clue, option } = event.data;
      // An option that is not there is a mistake of the app, and no attempt of the team.
      const found = clueOfKind(rules, clue, 'choice');
      return found[0]?.options?.some(({ id }) => id === option) === true ? found : NONE;
    }
    case 'photo.submitted.v1':
    case 'photo.appealed.v1':
      return clueOfKind(rules, event.data.clue, 'photo');
    case 'hint.requested.v1': {
      const clue = rules.clueById.get(event.data.clue);
      return clue === undefined ? NONE : [clue];
    }
    default:
      // An event of the hunt's own type is about no clue: rules alone listen to it.
      return NONE;
  }
}

function clueOfKind(
  rules: CompiledHunt,
  id: string,
  kind: CompiledClue['kind'],
): readonly CompiledClue[] {
  const clue = rules.clueById.get(id);
  return clue?.kind === kind ? [clue] : NONE;
}
