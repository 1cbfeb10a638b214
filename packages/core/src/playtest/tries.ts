/** What a team at a clue says next: where it stands, what it found, or what it thinks. */
import type { Clue, ControlData } from '@trove/contracts';
import type { Point } from '../geo/distance.js';
import { MODEL, successOf } from './model.js';
import type { Said } from './simEvents.js';
import type { SimTeam, Stay } from './simTeam.js';

/** Undefined when it has not found what it looks for. */
export function tryOf(team: SimTeam, stay: Stay): Said | undefined {
  const { chance, traits } = team;
  const { find, id } = stay.plan.definition;
  const isRight = chance.is(successOf(traits, stay.plan.difficulty, stay));
  if ('place' in find) {
    if (!isRight) return undefined;
    const { lat, lon } = nearTo(find.place, team);
    const data = { lat, lon, accuracyM: stay.accuracyM, ageS: Math.round(chance.between(0, 5)) };
    return { type: 'location.reported.v1', data };
  }
  if ('code' in find) {
    return isRight ? { type: 'code.scanned.v1', data: { code: find.code } } : undefined;
  }
  if ('answer' in find) {
    const [right = ''] = find.answer.accept;
    const answer = isRight ? right : wrongAnswer(team);
    return { type: 'clue.answered.v1', data: { clue: id, answer } };
  }
  if ('photo' in find) {
    stay.photo = photoOf(team);
    return { type: 'photo.submitted.v1', data: { clue: id, photo: stay.photo } };
  }
  const option = optionOf(find, isRight, { team, stay });
  return { type: 'option.chosen.v1', data: { clue: id, option } };
}

/** No two photos of a team are the same. */
function photoOf({ sent }: SimTeam): string {
  return sent.toString(16).padStart(64, '0');
}

/** What an operator says of the photo that the team has sent; undefined when there is none. */
export function judgementOf(team: SimTeam, stay: Stay): ControlData<'photo.judged.v1'> | undefined {
  const { photo, plan } = stay;
  if (photo === undefined) return undefined;
  const isRight = team.chance.is(successOf(team.traits, plan.difficulty, stay));
  const judged = { team: team.name, clue: plan.clue.id, photo, by: 'playtest' };
  return isRight
    ? { ...judged, as: 'accepted' }
    : { ...judged, as: 'rejected', reason: 'It does not show what it must.' };
}

/** Some mistakes are made by many. */
function wrongAnswer({ chance }: SimTeam): string {
  return `not quite ${Math.floor(chance.next() ** 2 * MODEL.wrongAnswers)}`;
}

function optionOf(
  { choice }: Extract<Clue['find'], { choice: unknown }>,
  isRight: boolean,
  { team, stay }: { readonly team: SimTeam; readonly stay: Stay },
): string {
  const left = choice.options.filter(({ id }) => !stay.ruledOut.has(id));
  // Who knows nothing picks any that was not wrong before.
  const meant = left.filter(({ right }) => isRight && right);
  const from = meant.length > 0 ? meant : left;
  const { id } = from[team.chance.below(from.length)] ?? choice.options[0] ?? { id: '' };
  stay.ruledOut.add(id);
  return id;
}

const METRES_PER_DEGREE = 111_195;
/** How far from the centre people stand, as a share of the radius. */
const OFF_CENTRE = 0.4;

function nearTo(place: Point & { readonly radiusM: number }, { chance }: SimTeam): Point {
  const offM = place.radiusM * OFF_CENTRE * Math.sqrt(chance.next());
  const angle = chance.between(0, 2 * Math.PI);
  const lat = place.lat + (offM * Math.cos(angle)) / METRES_PER_DEGREE;
  const shrink = Math.max(1e-6, Math.cos((place.lat * Math.PI) / 180));
  const lon = place.lon + (offM * Math.sin(angle)) / METRES_PER_DEGREE / shrink;
  return { lat: Math.min(90, Math.max(-90, lat)), lon: Math.min(180, Math.max(-180, lon)) };
}
