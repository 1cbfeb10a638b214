/**
 * What stands for a command's answer that never came. It may have been carried out all the same,
 * so nothing is claimed: it says where to look.
 */
export interface NoAnswer {
  readonly isDone: false;
  readonly says: string;
}

export function noAnswer(look = 'Look again before you try once more.'): NoAnswer {
  return { isDone: false, says: `The console does not answer. ${look}` };
}

/** Where the screen at hand shows what came of it. */
export const NO_ANSWER = noAnswer();
