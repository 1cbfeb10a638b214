/** What an operator's two answers are called, and what is said once they are given. */

const WITH_POINTS = {
  confirmed: { act: 'Points stand', says: 'points stand' },
  overturned: { act: 'Take points back', says: 'points taken back' },
};
const WITH_LOSS = {
  confirmed: { act: 'The loss stands', says: 'the loss stands' },
  overturned: { act: 'Give points back', says: 'points given back' },
};
const WITHOUT_POINTS = {
  confirmed: { act: 'It was fair', says: 'found fair' },
  overturned: { act: 'It was not fair', says: 'found unfair' },
};

/** By what a suspected event has moved. */
export function wordsOfStanding(points: number) {
  if (points === 0) return WITHOUT_POINTS;
  return points > 0 ? WITH_POINTS : WITH_LOSS;
}
