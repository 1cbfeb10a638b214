/** Roles of those who sign in to the console, and what each may do there. */
import { z } from 'zod';

export const StaffRole = z.enum(['viewer', 'operator', 'designer', 'admin']);
export type StaffRole = z.infer<typeof StaffRole>;

/**
 * read: see what is going on. operate: steer live hunts and settle what is doubtful. design: make,
 * change and publish hunts. manage: staff, their links and keys, and the log of who changed what.
 */
export type Permission = 'read' | 'operate' | 'design' | 'manage';

export const PERMISSIONS: Readonly<Record<StaffRole, readonly Permission[]>> = {
  viewer: ['read'],
  operator: ['read', 'operate'],
  designer: ['read', 'design'],
  admin: ['read', 'operate', 'design', 'manage'],
};

export function mayDo(role: StaffRole, permission: Permission): boolean {
  return PERMISSIONS[role].includes(permission);
}

/** A permission in words: what a refusal tells. */
export const PERMISSION_WORDS: Readonly<Record<Permission, string>> = {
  read: 'see this',
  operate: 'steer live hunts',
  design: 'design hunts',
  manage: 'manage staff and keys',
};

export const KeyRight = z.enum(['send', 'publish', 'operate', 'draft']);
export type KeyRight = z.infer<typeof KeyRight>;

/** How every API key begins: people, and scanners for leaked secrets, know it by that. */
export const API_KEY_PREFIX = 'trove_';
