/** The template behind each name that a designer can choose. */
import type { TemplateId } from '../../features/hunts/templates';
import { geofenceRally } from './geofenceRally';
import { linearTrail } from './linearTrail';
import { parallelTeams } from './parallelTeams';
import { qrScavenger } from './qrScavenger';
import type { Template } from './template';

export const TEMPLATE_FILES: Readonly<Record<TemplateId, Template>> = {
  'linear-trail': linearTrail,
  'geofence-rally': geofenceRally,
  'qr-scavenger': qrScavenger,
  'parallel-teams': parallelTeams,
};
