/** Runs once as the server starts: the environment is checked and the live tail is warmed. */
import { isServing } from './env';

export async function register(): Promise<void> {
  if (!isServing()) return;
  const { startConsole } = await import('./server/startConsole');
  startConsole();
}
