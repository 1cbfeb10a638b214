/** `@trove/player-sdk/react`: a player as hooks, for React 18 and newer. */
export type { AnswerView } from './react/answerView.js';
export type { MembersView, QueueView } from './react/playerViews.js';
export type { AskedView } from './react/usePlayer.js';
export {
  PlayerProvider,
  useBoard,
  useBroadcasts,
  useConnection,
  useLeft,
  useMembers,
  usePlayer,
  useQueue,
  useRecommendations,
  useResults,
  useTeam,
} from './react/usePlayer.js';
