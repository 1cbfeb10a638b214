'use server';
/** Turns the batch twin on or off and sets its interval; it has no effect on play. */
import { command } from '../command';
import { db, logger } from '../connections';
import { contracts, database } from '../packages';

export interface SetTwin {
  readonly isDone: boolean;
  readonly says: string;
}

export const setTwin = command({
  name: 'set-twin',
  needs: 'operate',
  input: contracts.TwinSetting,
  wrongInput: 'The interval is a second to an hour.',
  run: async (setting, { viewer, note }): Promise<SetTwin> => {
    const before = await database.twinReads(db()).setting();
    await database.twinStore(db()).set(setting, viewer.email);
    const { isOn, everyS } = setting;
    logger().info({ ...setting, by: viewer.id }, 'the twin is set');
    note({ subject: 'twin', before, after: setting });
    const says = isOn ? `The twin runs every ${everyS} s.` : 'The twin is off.';
    return { isDone: true, says };
  },
});
