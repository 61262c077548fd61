import type { Label } from './locale.ts';

/** Roles are held per county, except `operator`, who runs the installation. */
export const ROLES = ['planner', 'group_member', 'reporter', 'municipal_coordinator', 'reader', 'operator'] as const;
export type Role = (typeof ROLES)[number];
export const ROLE_LABELS: Readonly<Record<Role, Label>> = {
  planner: { sv: 'Planerare', en: 'Planner' },
  group_member: { sv: 'Gruppmedlem', en: 'Group member' },
  reporter: { sv: 'Rapportör', en: 'Reporter' },
  municipal_coordinator: { sv: 'Kommunal samordnare', en: 'Municipal coordinator' },
  reader: { sv: 'Läsare', en: 'Reader' },
  operator: { sv: 'Driftansvarig', en: 'Operator' },
};

/** A role as held: where it counts. `organisationId` for reporters, `municipalityCode` for coordinators. */
export interface HeldRole {
  readonly role: Role;
  readonly organisationId: string | null;
  readonly municipalityCode: string | null;
}

export const PERMISSIONS = [
  'plan.read',
  'plan.edit',
  'plan.import',
  'plan.adopt',
  'organisation.read',
  'organisation.edit',
  'round.read',
  'round.manage',
  'round.adopt',
  'follow_up.read',
  'follow_up.answer_own',
  'follow_up.answer_any',
  'follow_up.review',
  'outcome.enter_own',
  'outcome.enter_municipality',
  'outcome.enter_any',
  'goal_judgement.edit',
  'event.read',
  'event.register_own',
  'event.register_municipality',
  'event.register_any',
  'participation.edit_own',
  'participation.edit_any',
  'link.manage',
  'mail.manage',
  'view.share',
  'report.read',
  'history.read',
  'audit.read',
  'person.read',
  'person.manage',
  'plan.publish',
  'record.manage',
  'group.read',
  'group.manage',
  'meeting.write_own',
  'meeting.write_any',
  'action.complete_own',
  'action.complete_any',
  'calendar.manage',
  'needs.read',
  'needs.manage',
  'work_plan.manage',
  'installation.manage',
] as const;
export type Permission = (typeof PERMISSIONS)[number];

const READING: readonly Permission[] = [
  'plan.read',
  'organisation.read',
  'round.read',
  'follow_up.read',
  'event.read',
  'report.read',
  'history.read',
  'group.read',
];

/**
 * The matrix. What is not here is refused. `*_own` and `*_municipality` are coarse: the service asks the stored row
 * which organisation is responsible before it lets anything through.
 */
export const PERMISSION_MATRIX: Readonly<Record<Role, readonly Permission[]>> = {
  planner: PERMISSIONS.filter((permission) => permission !== 'installation.manage'),
  group_member: [...READING, 'meeting.write_own', 'action.complete_own', 'needs.read'],
  reporter: [
    ...READING,
    'follow_up.answer_own',
    'outcome.enter_own',
    'event.register_own',
    'participation.edit_own',
    'action.complete_own',
  ],
  municipal_coordinator: [
    ...READING,
    'outcome.enter_municipality',
    'event.register_municipality',
    'participation.edit_own',
    'action.complete_own',
  ],
  reader: READING,
  // Runs the installation and lets people in; what the county writes is none of the operator's business.
  operator: ['person.read', 'person.manage', 'installation.manage'],
};

/** Fails closed: a role the matrix does not know, as an older or newer database may hold, grants nothing. */
function grantsOf(role: Role): readonly Permission[] {
  return Object.hasOwn(PERMISSION_MATRIX, role) ? PERMISSION_MATRIX[role] : [];
}

export function permissionsOf(roles: readonly HeldRole[]): Permission[] {
  const granted = new Set(roles.flatMap((held) => grantsOf(held.role)));
  return PERMISSIONS.filter((permission) => granted.has(permission));
}

export function isAllowed(roles: readonly HeldRole[], permission: Permission): boolean {
  return roles.some((held) => grantsOf(held.role).includes(permission));
}

/** What a refused person lacks, in words: "403 says which right is missing". */
export const PERMISSION_LABELS: Readonly<Record<Permission, Label>> = {
  'plan.read': { sv: 'läsa planen', en: 'read the plan' },
  'plan.edit': { sv: 'ändra planen', en: 'edit the plan' },
  'plan.import': { sv: 'läsa in en plan', en: 'import a plan' },
  'plan.adopt': { sv: 'anta planen', en: 'adopt the plan' },
  'organisation.read': { sv: 'läsa om organisationer', en: 'read about organisations' },
  'organisation.edit': { sv: 'ändra organisationer', en: 'edit organisations' },
  'round.read': { sv: 'läsa uppföljningsomgångar', en: 'read follow-up rounds' },
  'round.manage': { sv: 'öppna och flytta uppföljningsomgångar', en: 'open and move follow-up rounds' },
  'round.adopt': { sv: 'fastställa uppföljningsomgångar', en: 'adopt follow-up rounds' },
  'follow_up.read': { sv: 'läsa uppföljningar', en: 'read follow-ups' },
  'follow_up.answer_own': { sv: 'svara för den egna organisationen', en: 'answer for your own organisation' },
  'follow_up.answer_any': { sv: 'svara för alla organisationer', en: 'answer for any organisation' },
  'follow_up.review': { sv: 'granska uppföljningar', en: 'review follow-ups' },
  'outcome.enter_own': {
    sv: 'ange utfall för den egna organisationen',
    en: 'enter outcomes for your own organisation',
  },
  'outcome.enter_municipality': {
    sv: 'ange utfall för den egna kommunen',
    en: 'enter outcomes for your own municipality',
  },
  'outcome.enter_any': { sv: 'ange utfall för alla', en: 'enter outcomes for anyone' },
  'goal_judgement.edit': { sv: 'bedöma mål', en: 'judge goals' },
  'event.read': { sv: 'läsa om händelser', en: 'read about events' },
  'event.register_own': {
    sv: 'registrera händelser för den egna organisationens aktiviteter',
    en: 'register events for your own organisation’s activities',
  },
  'event.register_municipality': {
    sv: 'registrera händelser i den egna kommunen',
    en: 'register events in your own municipality',
  },
  'event.register_any': { sv: 'registrera händelser för alla', en: 'register events for anyone' },
  'participation.edit_own': {
    sv: 'ange om den egna organisationen deltar',
    en: 'state whether your own organisation takes part',
  },
  'participation.edit_any': { sv: 'ange vilka som deltar', en: 'state who takes part' },
  'link.manage': { sv: 'skapa och dra in svarslänkar', en: 'make and revoke answer links' },
  'mail.manage': { sv: 'sköta utskick', en: 'manage mail' },
  'view.share': { sv: 'spara vyer för hela länet', en: 'save views for the whole county' },
  'report.read': { sv: 'läsa rapporter', en: 'read reports' },
  'history.read': { sv: 'läsa historik', en: 'read history' },
  'audit.read': { sv: 'läsa loggen', en: 'read the audit log' },
  'person.read': { sv: 'se vilka som arbetar i länet', en: 'see who works in the county' },
  'person.manage': { sv: 'bjuda in personer och ge roller', en: 'invite people and give roles' },
  'plan.publish': { sv: 'publicera planen', en: 'publish the plan' },
  'record.manage': {
    sv: 'sköta diarienummer, bevarande och gallring',
    en: 'manage record numbers, retention and disposal',
  },
  'group.read': { sv: 'läsa om grupper, möten och beslut', en: 'read about groups, meetings and decisions' },
  'group.manage': { sv: 'sköta grupper och kalla till möten', en: 'manage groups and call meetings' },
  'meeting.write_own': { sv: 'anteckna i möten i de egna grupperna', en: 'take notes in meetings of your own groups' },
  'meeting.write_any': { sv: 'anteckna i alla möten', en: 'take notes in any meeting' },
  'action.complete_own': {
    sv: 'säga vad som har gjorts av det egna',
    en: 'say what has been done of your own',
  },
  'action.complete_any': { sv: 'säga vad som har gjorts för alla', en: 'say what has been done for anyone' },
  'calendar.manage': { sv: 'ändra i årshjulet', en: 'change the year wheel' },
  'needs.read': { sv: 'läsa behovsinventeringen', en: 'read the needs inventory' },
  'needs.manage': { sv: 'sköta behovsinventeringen', en: 'manage the needs inventory' },
  'work_plan.manage': { sv: 'sköta verksamhetsplanen', en: 'manage the work plan' },
  'installation.manage': { sv: 'sköta installationen', en: 'manage the installation' },
};
