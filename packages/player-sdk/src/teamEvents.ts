/** What a player's app is told of its team without asking. */
import type { LeftPush, TeamView } from '@trove/contracts';

export interface TeamEvents {
  /** Who is in the team, or connected, has changed. */
  team: TeamView;
  /**
   * The player is in the team no more, by its own act on any device, by the captain's or by an
   * operator's, who gives a reason. The connection is closed for good: join again for another
   * session.
   */
  left: LeftPush;
}
