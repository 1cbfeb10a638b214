/** What the routes of the Staff screen answer. */

export interface MemberView {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: string;
  readonly twoFactorEnabled: boolean;
  readonly isDisabled: boolean;
  readonly since: string;
}

export interface InvitationView {
  readonly id: string;
  readonly email: string;
  readonly role: string;
  readonly invitedBy: string;
  /** Whether it lets a member choose a new password; else somebody joins by it. */
  readonly isForPassword: boolean;
  readonly expiresAt: string;
}

export interface KeyView {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly source: string;
  readonly hunts: readonly string[];
  readonly may: readonly string[];
  readonly createdBy: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | undefined;
  readonly expiresAt: string | undefined;
  readonly isOpen: boolean;
}

export interface StaffScreenAnswer {
  readonly members: readonly MemberView[];
  /** Only open ones. */
  readonly invitations: readonly InvitationView[];
  readonly keys: readonly KeyView[];
}

export interface AuditEntryView {
  readonly id: string;
  readonly at: string;
  readonly name: string;
  readonly act: string;
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
}

export interface AuditAnswer {
  /** Newest first. */
  readonly entries: readonly AuditEntryView[];
  /** Whether nothing older is left. */
  readonly isWhole: boolean;
}
