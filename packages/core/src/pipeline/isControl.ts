/** Tells play from control: only servers append control events. */
import { CONTROL_TYPES } from '@trove/contracts';
import type { ControlLogged, LoggedEvent } from '../ports/loggedEvent.js';

const CONTROL: ReadonlySet<string> = new Set(CONTROL_TYPES);

export function isControl(event: LoggedEvent): event is ControlLogged {
  return CONTROL.has(event.type);
}
