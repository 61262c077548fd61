/**
 * What stands outside the rule that every table has a county, and every function its caller's rights, with the reason.
 * A new table or function that breaks the rule fails test/api/isolation-sql.spec.ts until it stands here.
 */

/** Of a person, whatever county the person is in: seen by nobody else. `person` and `session` have rules of their own. */
export const OF_A_PERSON: Readonly<Record<string, string>> = {
  session: 'where one is signed in',
  credential: 'what one signs in with',
  external_identity: 'who one is at a provider',
  second_factor: 'the secret behind one’s codes',
  recovery_code: 'what lets one in without the code',
  password_reset: 'a reset that was asked for',
  access_event: 'when one has come in, and how',
};

/** Of a county, and yet a person sees one's own rows in other counties. */
export const OWN_ELSEWHERE: Readonly<Record<string, string>> = {
  role_assignment: 'one’s own roles, to choose among the counties one works in',
};

/** Needed before anybody, and so any county, is known, or by all alike: the application reads it for anybody. */
export const KNOWN_TO_ALL: Readonly<Record<string, string>> = {
  county: 'the 21 counties',
  municipality: 'the 290 municipalities',
  rate_limit: 'how often a purpose was tried lately, by hashes; counted before anybody is known',
  migrations: 'which edition of the schema it is, for knowing whether one is ready',
  sign_in_failure: 'hashes of addresses that failed to sign in, which tell nobody’s name',
  sign_in_attempt: 'a sign-in under way at a provider: found by two secrets the browser holds, once',
};

/** Neither: with the reason. */
export const OTHERWISE: Readonly<Record<string, string>> = {
  person: 'seen by those who have worked in the same county, and by the person',
};

/** Functions that run with the owner's rights, and why each may. */
export const DEFINERS: Readonly<Record<string, string>> = {
  'sign_in_candidate(text)': 'before anybody is known: one person by address, for checking a password',
  'open_session(bytea,interval,boolean)': 'before anybody is known: the session whose secret the caller holds',
  'end_session(bytea)': 'ends the session whose secret the caller holds',
  'open_password_reset(bytea)': 'before anybody is known: the reset whose secret the caller holds',
  'find_identity(text,text)': 'before anybody is known: whom a provider has just vouched for',
  'refresh_statistics()': 'only an owner may let the database look at its tables; answers a count only',
  'note_access(text,uuid,jsonb,text)': 'writes a line of the access log, which the application cannot write otherwise',
  'operators()': 'to whom the use of the break-glass account is told: name and address',
  'person_by_email(text)': 'inviting: whether an address is somebody’s already',
  'add_person(uuid,text,text)': 'inviting: the application cannot insert persons itself',
  'note_account()': 'trigger: a person with something to sign in with has an account',
  'sweep_sign_in(interval,interval)': 'takes away what no longer opens anything, of everybody; answers counts only',
  'sweep_idempotency_keys(interval)': 'takes away keys that have had their day, of every county; answers a count only',
  'end_sessions_here(uuid)':
    'somebody’s roles changed: ends that person’s sessions in the county that is set, no other',
  'erase_person(uuid)':
    'removal: takes away what identifies somebody of the county that is set, when nobody else needs it',
  'find_invitation(bytea,timestamp with time zone)':
    'before anybody is known: the invitation whose secret the caller holds',
  'open_calendar_feed(bytea,timestamp with time zone)':
    'before anybody is known: whose calendar it is that the caller holds the secret of',
  'note_last_seen()': 'trigger: when somebody was last here, without showing sessions',
  'own_counties()': 'the counties one works in oneself, to choose among them',
  'set_person_active(uuid,boolean)': 'for the operator alone, who it asks about itself: an account turned off or on',
  'works_elsewhere(uuid)': 'whether another county needs somebody, and not which',
  'chain_audit(uuid,timestamp with time zone)': 'inside the trigger below: nobody may write the chain otherwise',
  'chain_audit_event()': 'trigger: every row of the record is linked to the one before',
  'dispose_batch(text,integer)': 'gallring: takes only what is old enough, which the application cannot take itself',
  'add_first_retention_classes(uuid)': 'inside the trigger below',
  'give_retention_classes()': 'trigger: a new county has rules for what is kept',
};
