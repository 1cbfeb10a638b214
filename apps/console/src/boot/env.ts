/**
 * Starts the server's own work, in the runtime that has it. Next builds this file for the edge
 * too, and leaves the branch out there only when it reads the runtime's name right here.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  if (process.env['NEXT_PHASE'] === 'phase-production-build') return;
  const { startConsole } = await import('../server/startConsole');
  startConsole();
}
