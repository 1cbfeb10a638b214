/** What an operator's two answers are called, and what is said once they are given. */

const WITH_POINTS = {
  confirmed: { act: 'Points stand', says: 'points stand' },
  overturned: { act: 'Take points back', says: 'points taken back' },
};
const WITHOUT_POINTS = {
  confirmed: { act: 'It was fair', says: 'found fair' },
  overturned: { act: 'It was not fair', says: 'found unfair' },
};

/** By what a suspected event has moved. */
export function wordsOfStanding(points: number) {
  return points === 0 ? WITHOUT_POINTS : WITH_POINTS;
}
