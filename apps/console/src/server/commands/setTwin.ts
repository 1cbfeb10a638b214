'use server';
/** Turns the batch twin on or off and sets its interval; it has no effect on play. */
import { z } from 'zod';
import { db, logger } from '../connections';
import { contracts, database } from '../packages';
import { requireViewer } from '../viewer';

export interface SetTwin {
  readonly isDone: boolean;
  readonly says: string;
}

export async function setTwin(input: z.input<typeof contracts.TwinSetting>): Promise<SetTwin> {
  const viewer = await requireViewer();
  const setting = contracts.TwinSetting.safeParse(input);
  if (!setting.success) return { isDone: false, says: z.prettifyError(setting.error) };
  await database.twinStore(db()).set(setting.data, viewer.email);
  const { isOn, everyS } = setting.data;
  logger().info({ ...setting.data, by: viewer.id }, 'the twin is set');
  const says = isOn ? `The twin runs every ${everyS} s.` : 'The twin is off.';
  return { isDone: true, says };
}
