/**
 * What kind of write each POST is. A POST in none of the lists fails the test; one that makes something, or changes many
 * things at once, demands `Idempotency-Key`.
 */
export const CREATES: readonly string[] = [
  'POST /api/v1/account/calendar-feed',
  'POST /api/v1/account/calendar-feed/renew',
  'POST /api/v1/activities',
  'POST /api/v1/agenda-items/{id}/action-points',
  'POST /api/v1/agenda-items/{id}/decisions',
  'POST /api/v1/agenda-items/{id}/lifts',
  'POST /api/v1/areas',
  'POST /api/v1/changes/{id}/undo',
  'POST /api/v1/digests/{id}/letters/{memberId}',
  'POST /api/v1/event-kinds',
  'POST /api/v1/events',
  'POST /api/v1/events/import',
  'POST /api/v1/groups/{groupId}/calendar-feed',
  'POST /api/v1/groups/{groupId}/calendar-feed/renew',
  'POST /api/v1/groups/{id}/action-points',
  'POST /api/v1/groups/{id}/continuations',
  'POST /api/v1/groups/{id}/decisions',
  'POST /api/v1/handovers',
  'POST /api/v1/imports',
  'POST /api/v1/imports/file',
  'POST /api/v1/imports/{id}/complete',
  'POST /api/v1/indicators',
  'POST /api/v1/mail/send',
  'POST /api/v1/minutes-adjusters/{id}/letter',
  'POST /api/v1/needs-inventories/{id}/needs',
  'POST /api/v1/needs-inventories/{id}/reminders',
  'POST /api/v1/needs-invitations/{id}/link',
  'POST /api/v1/plans/{slug}/needs-inventories',
  'POST /api/v1/plans/{slug}/work-plans',
  'POST /api/v1/work-plans/{id}/items',
  'POST /api/v1/meetings/{id}/digest',
  'POST /api/v1/organisations',
  'POST /api/v1/people',
  'POST /api/v1/people/{id}/invitation',
  'POST /api/v1/plans',
  'POST /api/v1/plans/{slug}/goals',
  'POST /api/v1/plans/{slug}/rounds',
  'POST /api/v1/plans/{slug}/year-marks',
  'POST /api/v1/reporters',
  'POST /api/v1/rounds/{id}/bulk',
  'POST /api/v1/rounds/{id}/reporters',
  'POST /api/v1/rounds/{roundId}/answer-links',
  'POST /api/v1/rounds/{roundId}/workbook',
  'POST /api/v1/views',
  'POST /api/v1/groups/{id}/members',
  'POST /api/v1/groups/{id}/meetings',
  'POST /api/v1/meetings/{id}/agenda',
  'POST /api/v1/plans/{slug}/groups',
];

/** Changes something that is there, from a version: sent again it is refused with 412. */
export const TRANSITIONS: readonly string[] = [
  'POST /api/v1/action-points/{id}/transitions',
  'POST /api/v1/decisions/{id}/transitions',
  'POST /api/v1/lifts/{id}/transitions',
  'POST /api/v1/answer/follow-ups/{id}/transitions',
  'POST /api/v1/digests/{id}/transitions',
  'POST /api/v1/follow-ups/{id}/transitions',
  'POST /api/v1/handovers/{id}/undo',
  'POST /api/v1/imports/{id}/discard',
  'POST /api/v1/needs-inventories/{id}/transitions',
  'POST /api/v1/needs-invitations/{id}/revoke',
  'POST /api/v1/needs/{id}/transitions',
  'POST /api/v1/work-plans/{id}/transitions',
  'POST /api/v1/meetings/{id}/minutes/transitions',
  'POST /api/v1/minutes-adjusters/{id}/adjust',
  'POST /api/v1/people/{id}/transitions',
  'POST /api/v1/plans/{slug}/order',
  'POST /api/v1/plans/{slug}/publication/transitions',
  'POST /api/v1/plans/{slug}/transitions',
  'POST /api/v1/rounds/{id}/publication/transitions',
  'POST /api/v1/rounds/{id}/transitions',
  'POST /api/v1/agenda-items/{id}/transitions',
  'POST /api/v1/groups/{id}/transitions',
  'POST /api/v1/meetings/{id}/agenda/order',
  'POST /api/v1/meetings/{id}/transitions',
];

/** Sent twice it does no more than once, and there is nothing of anybody else's to write over. */
export const HARMLESS_TWICE: Readonly<Record<string, string>> = {
  'POST /api/v1/meetings/{id}/writer': 'takes what one has already, or gives back what one does not have',
  'POST /api/v1/answer-links/{id}/revoke': 'revoking what is revoked changes nothing, and nothing makes it hold again',
  'POST /api/v1/answer/finish':
    'stamps the time of the last receipt; what was answered is saved item by item before it',
  'POST /api/v1/mail/opt-out': 'turns mail off, which is off the second time too',
  'POST /api/v1/mail/{id}/opened': 'keeps the first time it was opened',
  'POST /api/v1/record/checks': 'verifies once more, and keeps that it was done',
  'POST /api/v1/session/county': 'puts one’s own session in a county',
};

/** Asks and changes nothing; a POST only since the question is too long for an address, or is a file. */
export const QUESTIONS: readonly string[] = [
  'POST /api/v1/events/read-file',
  'POST /api/v1/groups/{id}/meetings/proposal',
  'POST /api/v1/groups/{id}/rotation/{year}/proposal',
  'POST /api/v1/handovers/preview',
  'POST /api/v1/invitations/open',
  'POST /api/v1/sign-in/ways',
];

/**
 * How one gets in. Before anybody is known there is no county and no person to keep a key for, and a replayed answer would
 * hand a session or a secret to whoever repeats a request. These protect themselves.
 */
export const SIGN_IN: Readonly<Record<string, string>> = {
  'POST /api/v1/account/sessions/revoke-others': 'ends sessions, which are ended the second time too',
  'POST /api/v1/account/totp':
    'a new secret in place of one that was never confirmed; the last one shown is the one that counts',
  'POST /api/v1/account/totp/confirm': 'a code counts once; confirming what is confirmed is refused',
  'POST /api/v1/account/totp/remove': 'asks for password and code; off is off the second time too',
  'POST /api/v1/invitations/accept': 'the secret of a letter counts once',
  'POST /api/v1/password-resets': 'answers the same whoever asks, and sends few letters an hour to one address',
  'POST /api/v1/password-resets/complete': 'the secret of a letter counts once',
  'POST /api/v1/session': 'a second session is no harm, and is seen and ended by its owner',
  'POST /api/v1/answer/open': 'the same browser is let in again by its cookie, another is refused',
  'POST /api/v1/answer/renew': 'at most three new links a person and day, each of which ends the one before',
};

/** Writes that carry their versions otherwise than in If-Match, or have none to carry. */
export const VERSIONED_OTHERWISE: Readonly<Record<string, string>> = {
  'PUT /api/v1/meetings/{id}/current': 'what is on the screen now; only whoever has the pen puts it there',
  'PUT /api/v1/rounds/{roundId}/outcomes': 'a version per cell in the body; a stale cell is answered as stale and left',
  'PUT /api/v1/rounds/{id}/participation': 'a version per row in the body; a stale row is answered as stale and left',
  'PUT /api/v1/groups/{id}/rotation/{year}': 'a version per meeting in the body; one that is stale refuses them all',
  'PUT /api/v1/views/default': 'the body says what it is chosen instead of; another is answered 412',
  'PUT /api/v1/account/password': 'the body holds the password it is changed from; another is refused',
  'PUT /api/v1/lost-letters/{kind}/{id}':
    'the body names each letter; one that is sent again, or is set aside already, is refused',
  'PUT /api/v1/account/letter-locale': 'one’s own choice, whole; nobody else edits it',
  'DELETE /api/v1/account/calendar-feed':
    'ends one’s own address, which nobody edits; ended is ended the second time too',
  'DELETE /api/v1/groups/{groupId}/calendar-feed':
    'ends an address, which nobody edits; ended is ended the second time too',
  'DELETE /api/v1/account/sessions/{id}': 'ends one of one’s own sessions, which nobody edits',
  'DELETE /api/v1/session': 'ends one’s own session, whatever it is',
  'PUT /api/v1/meetings/{id}/attendance': 'a version per row in the body; a stale row is answered as stale and left',
};

/** Creating requests that also change what is there, and how they keep from writing over. */
export const CHANGES_MANY: Readonly<Record<string, string>> = {
  'POST /api/v1/rounds/{id}/bulk': 'a version per follow-up in `expected`; a stale one is left',
  'POST /api/v1/rounds/{id}/reporters': 'a version per follow-up in the body; a stale one is left',
  'POST /api/v1/rounds/{roundId}/workbook': 'a version per row in the file; a stale cell refuses the file',
  'POST /api/v1/changes/{id}/undo': 'names the change it takes back; refused once somebody has changed the same since',
};
