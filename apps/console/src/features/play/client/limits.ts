/** Bounds of what a player's phone keeps and how often it asks. */
export const PLAY_LIMITS = {
  /** Submissions remembered on the device; the newest. */
  submissions: 200,
  /** Photos that may wait on the device for a signal. */
  waitingPictures: 5,
  /** Results of team-mates remembered on the device; the newest. */
  teamNews: 50,
  /** Shortest time between two reads of the team's view. */
  refreshEveryMs: 400,
  /** How often the view is read again while nothing happens: worth and openings move with time. */
  refreshIdleMs: 60_000,
  /** How soon it is asked for again where the door could not answer. */
  refreshAgainMs: 5_000,
  /** How long changes are gathered before they are kept on the device. */
  keepAfterMs: 150,
  /** A submission that was sent and not answered for so long is asked for by its receipt. */
  chaseAfterMs: 4_000,
  /** Submissions asked for at once after a gap. */
  chased: 20,
  /** Rows of the board that are shown, and rows around the own team. */
  boardRows: 20,
  boardRowsAround: 3,
  /** Longest wait for a position, and the oldest that is taken, ms. */
  positionMs: 20_000,
  positionAgeMs: 10_000,
  /** How often the map asks where the phone is. */
  positionEveryMs: 2_000,
  /** A position is shown for so long: whoever walks is elsewhere by then. */
  positionShownMs: 60_000,
  /** Longest side of a picture that is searched for a code, pixels. */
  scanSide: 720,
} as const;
