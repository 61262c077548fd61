import { by, column, label, RECORD, stamp, yes, YES_NO, type DataPart } from './parts.ts';

const INVENTORY = `(SELECT i.title FROM needs_inventory i WHERE i.id = x.inventory_id)`;
/** A named answer as text: what was written, what was chosen, where on the scale. An anonymous one leads back to nobody. */
const ANSWER = `coalesce((SELECT string_agg(concat_ws(': ', q.text, coalesce(v ->> 'text', v ->> 'scale',
    (SELECT string_agg(q.options[(c.place)::int + 1], ', ') FROM jsonb_array_elements_text(v -> 'chosen') c(place)))), E'\\n' ORDER BY q.position)
  FROM needs_named_answer a CROSS JOIN LATERAL jsonb_array_elements(a.answers) v JOIN needs_question q ON q.id = (v ->> 'questionId')::uuid
  WHERE a.invitation_id = x.id), '')`;

/** What a person has been asked in needs inventories, and what they have answered by name. */
export const NEEDS_PARTS: readonly DataPart[] = [
  {
    key: 'needs_invitations',
    title: label('Behovsinventeringar', 'Needs inventories'),
    purpose: label(
      'Visar vilka som har fått frågan och vilka som har svarat, så att de andra kan påminnas. Anonyma svar går inte att knyta till någon och finns därför inte här.',
      'Shows who has been asked and who has answered, so that the others can be reminded. Anonymous answers cannot be tied to anybody and are therefore not here.',
    ),
    kept: RECORD,
    reach: 'county',
    from: 'needs_invitation x JOIN group_member member ON member.id = x.member_id',
    about: { 'group_member.person_id (needs)': by('member.person_id', 'tillfrågad', 'asked') },
    columns: [
      column('Inventering', 'Inventory', INVENTORY),
      column('Namn', 'Name', 'x.name'),
      column('E-post', 'E-mail', 'x.email'),
      column('Senaste brev', 'Last letter', `coalesce(${stamp('x.last_letter_at')}, '')`),
      column('Har svarat', 'Has answered', yes('x.has_answered'), YES_NO),
      column('Svar med namn', 'Answer by name', ANSWER),
    ],
    order: 'x.id DESC',
  },
];
