import type { Label } from '@samhandling/domain';

export interface KeptRule {
  readonly words: Label;
  /** The field of the request that breaks it, where there is one. */
  readonly pointer?: string;
}

/** Rules the database keeps for us, in words. Constraints are named, so the name tells which rule it was. */
export const CONSTRAINTS: Readonly<Record<string, KeptRule>> = {
  organisation_name_unique: {
    words: {
      sv: 'Det finns redan en organisation med det namnet.',
      en: 'There already is an organisation with that name.',
    },
    pointer: '/name',
  },
  organisation_alias_unique: {
    words: {
      sv: 'En annan organisation heter redan som ett av de andra namnen.',
      en: 'Another organisation already goes by one of the other names.',
    },
    pointer: '/aliases',
  },
  organisation_member_unique: {
    words: {
      sv: 'Medlemmen finns redan med samma första dag.',
      en: 'The member is there already with the same first day.',
    },
    pointer: '/members',
  },
  event_kind_name_unique: {
    words: {
      sv: 'Det finns redan en händelsetyp med det namnet.',
      en: 'There already is a kind of event with that name.',
    },
    pointer: '/name',
  },
  digest_meeting_unique: {
    words: { sv: 'Mötet har redan ett underlag.', en: 'The meeting already has a digest.' },
  },
  work_group_name_unique: {
    words: {
      sv: 'Det finns redan en grupp med det namnet i planen.',
      en: 'There already is a group with that name in the plan.',
    },
    pointer: '/name',
  },
  work_group_continued_once: {
    words: {
      sv: 'Gruppen har redan gått vidare till en annan plan.',
      en: 'The group has gone on into another plan already.',
    },
  },
  group_member_person_unique: {
    words: {
      sv: 'Personen finns redan i gruppen med samma första dag.',
      en: 'The person is in the group already with the same first day.',
    },
    pointer: '/personId',
  },
  meeting_start_unique: {
    words: {
      sv: 'Gruppen har redan ett möte som börjar då.',
      en: 'The group already has a meeting that begins then.',
    },
    pointer: '/startsAt',
  },
  meeting_attendance_member_unique: {
    words: {
      sv: 'Någon annan angav i samma ögonblick om personen var med.',
      en: 'Somebody else stated at the same moment whether the person was there.',
    },
  },
  agenda_item_activity_unique: {
    words: { sv: 'Aktiviteten finns redan på dagordningen.', en: 'The activity is on the agenda already.' },
  },
  agenda_item_decision_unique: {
    words: { sv: 'Beslutet finns redan på dagordningen.', en: 'The decision is on the agenda already.' },
  },
  agenda_item_action_point_unique: {
    words: { sv: 'Uppgiften finns redan på dagordningen.', en: 'The action point is on the agenda already.' },
  },
  agenda_item_lift_unique: {
    words: { sv: 'Frågan finns redan på dagordningen.', en: 'The question is on the agenda already.' },
  },
  activity_parking_unique: {
    words: { sv: 'Aktiviteten är redan parkerad i gruppen.', en: 'The activity is parked in the group already.' },
  },
  minutes_adjuster_member_unique: {
    words: { sv: 'Personen ska redan justera protokollet.', en: 'The person is to adjust the minutes already.' },
    pointer: '/memberId',
  },
  needs_inventory_year_unique: {
    words: {
      sv: 'Gruppen har redan en behovsinventering för det året.',
      en: 'The group already has a needs inventory for that year.',
    },
    pointer: '/year',
  },
  needs_inventory_opened: {
    words: {
      sv: 'Inventeringen är skickad, så det som de som svarar har fått veta ändras inte.',
      en: 'The inventory has been sent, so what those who answer have been told does not change.',
    },
  },
  needs_inventory_closed: {
    words: {
      sv: 'Inventeringen är stängd, så svar tas inte emot längre.',
      en: 'The inventory is closed, so answers are not taken any more.',
    },
  },
  work_plan_year_unique: {
    words: {
      sv: 'Planen har redan en verksamhetsplan för det året.',
      en: 'The plan already has a work plan for that year.',
    },
    pointer: '/year',
  },
  work_plan_item_need_unique: {
    words: { sv: 'Behovet är redan med i verksamhetsplanen.', en: 'The need is in the work plan already.' },
    pointer: '/needId',
  },
  work_plan_item_came_from_unique: {
    words: { sv: 'Insatsen är redan med i verksamhetsplanen.', en: 'The item is in the work plan already.' },
    pointer: '/cameFromId',
  },
  work_plan_decided: {
    words: {
      sv: 'Verksamhetsplanen är beslutad och ändras inte. Det som tillkommer går in i nästa års plan.',
      en: 'The work plan is decided and does not change. What comes later goes into next year’s plan.',
    },
  },
  paper_version_unique: {
    words: { sv: 'Dokumentet är redan fryst.', en: 'The paper is frozen already.' },
  },
  follow_up_round_label_unique: {
    words: { sv: 'Planen har redan en omgång med det namnet.', en: 'The plan already has a round with that name.' },
    pointer: '/label',
  },
  follow_up_round_one_open: {
    words: { sv: 'En annan omgång i planen är redan öppen.', en: 'Another round of the plan is already open.' },
  },
  frozen_report_version_unique: {
    words: { sv: 'Omgången är redan fastställd.', en: 'The round has already been adopted.' },
  },
  frozen_report_two_people: {
    words: {
      sv: 'Den som föreslog fastställandet kan inte själv bekräfta det.',
      en: 'The person who proposed adoption cannot confirm it.',
    },
  },
  round_reopening_unique: {
    words: { sv: 'Omgången är redan öppnad igen.', en: 'The round has already been reopened.' },
  },
  saved_view_own_name_unique: {
    words: { sv: 'Du har redan en vy med det namnet.', en: 'You already have a view with that name.' },
    pointer: '/name',
  },
  saved_view_shared_name_unique: {
    words: { sv: 'Länet har redan en vy med det namnet.', en: 'The county already has a view with that name.' },
    pointer: '/name',
  },
  saved_view_one_county_default: {
    words: {
      sv: 'Någon annan valde i samma ögonblick en vy som länets listor öppnas med.',
      en: 'Somebody else chose, at the same moment, a view that the county’s lists open with.',
    },
    pointer: '/isCountyDefault',
  },
  calendar_feed_one_of_a_person: {
    words: {
      sv: 'Du har redan en kalenderadress. Byt den om du behöver en ny.',
      en: 'You already have a calendar address. Renew it if you need another.',
    },
  },
  calendar_feed_one_of_a_group: {
    words: {
      sv: 'Gruppen har redan en kalenderadress. Byt den om ni behöver en ny.',
      en: 'The group already has a calendar address. Renew it if you need another.',
    },
  },
  plan_slug_unique: {
    words: { sv: 'Det finns redan en plan med det namnet.', en: 'There already is a plan with that name.' },
    pointer: '/title',
  },
  area_number_unique: {
    words: { sv: 'Planen har redan ett område med det numret.', en: 'The plan already has an area with that number.' },
  },
  activity_number_unique: {
    words: {
      sv: 'Området har redan en aktivitet med det numret.',
      en: 'The area already has an activity with that number.',
    },
  },
  decision_number_unique: {
    words: {
      sv: 'Gruppen har redan ett beslut med det numret i år. Ge det andra beslutet ett annat nummer först.',
      en: 'The group already has a decision with that number that year. Give the other decision another number first.',
    },
    pointer: '/number',
  },
  person_email_unique: {
    words: {
      sv: 'Adressen används redan av någon i tjänsten.',
      en: 'The address is already used by somebody in the service.',
    },
    pointer: '/email',
  },
  role_assignment_unique: {
    words: { sv: 'Personen har redan den rollen.', en: 'The person already has that role.' },
    pointer: '/roles',
  },
};
