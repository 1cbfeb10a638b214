/**
 * Whether a process can do its work now, dependency by dependency. Every app
 * answers /readyz with this, also those that are not served by fastify.
 */

/** Resolves with undefined when all is well, else with what is wrong. */
export type Check = () => Promise<string | undefined>;
export type Checks = Readonly<Record<string, Check>>;

export interface Readiness {
  readonly ready: boolean;
  /** `ok`, or in words what is wrong, by name of the check. */
  readonly checks: Readonly<Record<string, string>>;
}

/** A check that takes longer counts as failed, in milliseconds. */
export const CHECK_TIMEOUT_MS = 2000;

/** Runs all checks at once. A check that throws counts as failed with its message. */
export async function checkReadiness(checks: Checks): Promise<Readiness> {
  const names = Object.keys(checks);
  const answers = await Promise.all(Object.values(checks).map(answerInTime));
  const wrong = answers.map((answer) => answer ?? 'ok');
  return {
    ready: answers.every((answer) => answer === undefined),
    checks: Object.fromEntries(names.map((name, index) => [name, wrong[index] ?? 'ok'])),
  };
}

async function answerInTime(check: Check): Promise<string | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, CHECK_TIMEOUT_MS, `no answer within ${CHECK_TIMEOUT_MS} ms`);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    clearTimeout(timer);
  }
}
