import { CONSTRAINTS } from '../../../api/src/platform/http/constraints.ts';
import { startTestApp, type TestApp } from '../../support/app.ts';

/** Rules of uniqueness nobody can break by a request, with what is in the way. All others have words. */
const OUT_OF_REACH: Readonly<Record<string, string>> = {
  activity_actor_unique: 'the names are sent as a set',
  group_activity_pk: 'sent as a set',
  rotation_item_pk: 'sent as a set, with the meeting held',
  digest_letter_pk: 'made once, with the digest held',
  digest_text_place_unique: 'the one who comes second is told 412',
  minutes_letter_pk: 'made with the meeting held, or found',
  minutes_pk: 'made with the meeting held, or found',
  meeting_letter_unique: 'made with the meeting held, under a number that is counted up',
  need_source_pk: 'sent as a set',
  needs_anonymous_answer_key_unique: 'found before it is made, with the inventory’s turn taken',
  needs_invitation_member_unique: 'made when the inventory opens, which it does once',
  needs_invitation_token_unique: 'a random secret',
  needs_named_answer_pk: 'the one who comes second is told 412',
  work_plan_item_organisation_pk: 'sent as a set',
  paper_file_unique: 'made with the paper, which paper_version_unique keeps to one',
  activity_indicator_position_unique: 'places are given by the server, with the plan held',
  activity_indicator_unique: 'an indicator is hung where it is moved, with the plan held',
  activity_position_unique: 'places are given by the server, with the plan held',
  area_position_unique: 'places are given by the server, with the plan held',
  goal_position_unique: 'places are given by the server, with the plan held',
  computed_outcome_unique: 'computed by the server, in turn',
  outcome_overlap_pk: 'computed by the server, in turn',
  plan_revision_pk: 'kept by triggers',
  audit_link_pk: 'the chain of the record is forged by the database, in turn',
  audit_link_event_once: 'the chain of the record is forged by the database, in turn',
  retention_class_key_unique: 'the classes come with the county',
  round_registration_pk: 'the one who comes second is told 412',
  county_code_unique: 'counties come with the installation',
  county_person_pk: 'noted by the database itself',
  municipality_pk: 'municipalities come with the installation',
  event_activity_pk: 'sent as a set',
  event_audience_pk: 'sent as a set',
  event_municipality_pk: 'sent as a set',
  event_organisation_pk: 'sent as a set',
  indicator_rule_kind_pk: 'sent as a set',
  logged_event_registered_once: 'the second registration gets the answer of the first',
  follow_up_unique: 'made when the round opens, which it does once',
  goal_judgement_unique: 'made when the round opens, which it does once',
  frozen_file_unique: 'made at adoption, which frozen_report_version_unique keeps to one',
  follow_up_response_unique: 'the one who comes second is told 412',
  indicator_rule_pk: 'the one who comes second is told 412',
  indicator_target_unique: 'the one who comes second is told 412',
  organisation_contact_pk: 'the one who comes second is told 412',
  publication_unique: 'the one who comes second is told 412',
  outcome_unique: 'the one who comes second is told 412, or that the cell is stale',
  participation_unique: 'the one who comes second is told that the row is stale',
  saved_view_default_unique: 'one’s own two windows take turns',
  mail_message_one_a_day: 'the second job of the day finds the place taken',
  mail_preference_pk: 'the one who comes second is told 412',
  mail_setting_pk: 'made with the county',
  idempotency_key_pk: 'the second waits for the first and gets its answer',
  answer_link_browser_unique: 'a random secret',
  answer_link_token_unique: 'a random secret',
  calendar_feed_token_unique: 'a random secret',
  year_mark_activity_pk: 'sent as a set',
  mail_message_opt_out_unique: 'a random secret',
  session_pk: 'a random secret',
  credential_pk: 'one’s own password takes the place of the one before',
  rate_limit_pk: 'counted up',
  sign_in_failure_pk: 'counted up',
};
/** Of how people get in: kept, and told to nobody who is not in. */
const OF_SIGN_IN = /^(?:sign_in|external_identity|password_reset|recovery_code|second_factor|invitation|try)_?/;

describe('what the database keeps unique', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp();
  });
  afterAll(() => app.close());

  it('has words for whoever breaks it, or cannot be broken by a request', async () => {
    const found = await app.db.query<{ name: string }>(
      `SELECT i.relname AS name FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
       WHERE x.indisunique AND t.relnamespace = 'public'::regnamespace AND t.relname <> 'migrations'
         AND pg_get_indexdef(x.indexrelid) NOT LIKE '%(id)' AND i.relname NOT LIKE '%\\_in\\_county'`,
    );
    const names = found.map(({ name }) => name).filter((name) => !OF_SIGN_IN.test(name));
    expect(names.length).toBeGreaterThan(40);
    expect(names.filter((name) => !(name in CONSTRAINTS) && !(name in OUT_OF_REACH))).toEqual([]);
    expect(
      Object.keys(OUT_OF_REACH).filter((name) => name in CONSTRAINTS || !found.some((one) => one.name === name)),
    ).toEqual([]);
  });

  it('is told at the field, in both languages', () => {
    for (const [name, { words, pointer }] of Object.entries(CONSTRAINTS)) {
      expect([name, words.sv, words.en]).toEqual([name, expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
      expect([name, pointer ?? '/']).toEqual([name, expect.stringMatching(/^\//)]);
    }
  });
});
