/** Bounds of a hunt file: what one event may cost and one team may weigh follows from them. */
export const HUNT_LIMITS = {
  fileBytes: 1024 * 1024,
  clues: 5_000,
  rules: 200,
  points: 1_000_000,
  prerequisites: 50,
  acceptedAnswers: 50,
  /** Options of one choice clue. */
  options: 20,
  /** Hints of one clue, and characters of one. A hint travels whole in the result that gives it. */
  hints: 10,
  hintCharacters: 500,
  /** Photo clues of a hunt: people look at each photo, and a team's photos weigh in its state. */
  photoClues: 100,
  /** Characters of what a photo must show. */
  photoGuideCharacters: 500,
  /** Places that a first-finder bonus may pay. */
  firstFinders: 10,
  badges: 50,
  /** Clues pinned among the suggestions. */
  pins: 20,
  /** Different team counters of a hunt, and how far from zero one can get. */
  counters: 50,
  counterValue: 1_000_000_000,
  /** Counter changes of one rule. */
  counts: 10,
  messageCharacters: 280,
  /** Characters of all messages that one event could set off: those of the rules on its type. */
  messageCharactersPerEventType: 4_000,
  /** Longest span that bonuses, drips and cool-downs reckon with: 31 days. */
  spanS: 31 * 86_400,
  expectations: 50,
  /** Values of one expectation's set. */
  oneOf: 100,
  /** A rate: events, and the seconds they are spread over. */
  rateEvents: 100_000,
  ratePerS: 3_600,
  /** Longest span in which a fingerprint is remembered. */
  fingerprintWindowS: 3_600,
  /** Event types of a hunt's own, and fields of one. */
  eventTypes: 20,
  fields: 16,
  /** How far from zero a number of data can get. */
  fieldNumber: 1e12,
  fieldCharacters: 500,
  fieldCharactersByDefault: 200,
  /** Characters of all texts of one type together: what one event weighs in the log. */
  fieldCharactersPerType: 2_000,
  /** Texts that a field is one of, characters of one, and all such texts of a type. */
  fieldChoices: 50,
  fieldChoiceCharacters: 64,
  fieldChoicesPerType: 100,
  /** Unlocked clues that one result names; the snapshot has all of them. */
  unlockedPerResult: 50,
} as const;
