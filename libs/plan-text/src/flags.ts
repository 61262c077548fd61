import type { Label, Locale } from '@samhandling/domain';

/**
 * Everything the reader of a plan may want somebody to look at. Each text says what was seen, what was done with it and
 * what the person can do. `{name}` is filled in from the flag's values. Codes are stable: they are stored and linked to.
 */
export const FLAG_TEXTS = {
  number_without_dot: {
    sv: 'Numret {number} står utan punkt. Det lästes som aktivitetens nummer. Ändra om siffran hör till texten.',
    en: 'The number {number} has no full stop. It was read as the number of the activity. Change it if it belongs to the text.',
  },
  number_missing: {
    sv: 'Aktiviteten saknar nummer. Den fick nummer {number}, det nästa i ordningen. Ändra om den har ett annat.',
    en: 'The activity has no number. It was given {number}, the next in order. Change it if it has another.',
  },
  number_jump: {
    sv: 'Numret är {number} men väntades vara {expected}. Det behölls som det står. Kontrollera att ingen aktivitet saknas.',
    en: 'The number is {number} but {expected} was expected. It was kept as printed. Check that no activity is missing.',
  },
  number_duplicate: {
    sv: 'Nummer {number} finns redan i området. Båda aktiviteterna behölls. Ge den ena ett annat nummer.',
    en: 'Number {number} is already taken in this area. Both activities were kept. Give one of them another number.',
  },
  number_restart: {
    sv: 'Numreringen börjar om på 1 mitt i målet. Numren behölls. Skilj aktiviteterna åt med områdets nummer, till exempel {reference}.',
    en: 'The numbering starts over at 1 inside the goal. The numbers were kept. Tell the activities apart by the area, for example {reference}.',
  },
  goal_number_missing: {
    sv: 'Målet saknar nummer. Det fick nummer {number}. Ändra om det har ett annat.',
    en: 'The goal has no number. It was given {number}. Change it if it has another.',
  },
  goal_number_jump: {
    sv: 'Målet har nummer {number} men {expected} väntades. Numret behölls. Kontrollera att inget mål saknas.',
    en: 'The goal has number {number} but {expected} was expected. It was kept. Check that no goal is missing.',
  },
  goal_number_duplicate: {
    sv: 'Ett mål med nummer {number} finns redan. Båda behölls. Ändra det ena numret eller slå ihop dem.',
    en: 'There is already a goal with number {number}. Both were kept. Change one number or merge them.',
  },
  area_number_missing: {
    sv: 'Området saknar nummer. Det fick nummer {number}. Ändra om det har ett annat.',
    en: 'The area has no number. It was given {number}. Change it if it has another.',
  },
  area_number_jump: {
    sv: 'Området har nummer {number} men {expected} väntades. Numret behölls. Kontrollera att inget område saknas.',
    en: 'The area has number {number} but {expected} was expected. It was kept. Check that no area is missing.',
  },
  area_number_duplicate: {
    sv: 'Ett område med nummer {number} finns redan. Båda behölls. Ge det ena ett annat nummer.',
    en: 'There is already an area with number {number}. Both were kept. Give one of them another number.',
  },
  area_number_mismatch: {
    sv: 'Området har nummer {number} men står under mål {goal}. Det fick stanna där det står. Flytta det om numret stämmer.',
    en: 'The area has number {number} but stands under goal {goal}. It was left where it stands. Move it if the number is right.',
  },
  area_without_goal: {
    sv: 'Området {number} står inte under något mål. Ett mål utan rubrik lades till. Skriv målets rubrik eller flytta området.',
    en: 'Area {number} does not stand under a goal. A goal without a title was added. Write its title or move the area.',
  },
  area_without_label: {
    sv: 'Raden ser ut som ett område men saknar etiketten ”Område för samhandling”. Den lästes som ett område. Ändra om den är något annat.',
    en: 'The line looks like an area but lacks the label “Område för samhandling”. It was read as an area. Change it if it is something else.',
  },
  area_empty: {
    sv: 'Inga aktiviteter hittades i området {number}. Området behölls. Kontrollera om aktiviteterna står på annat sätt i källan.',
    en: 'No activities were found in area {number}. The area was kept. Check whether they are written differently in the source.',
  },
  title_missing: {
    sv: 'Rubriken är tom. Den lämnades tom. Skriv in den innan planen sparas.',
    en: 'The title is empty. It was left empty. Write it before the plan is saved.',
  },
  activity_without_area: {
    sv: 'Aktiviteten står inte under något område. Ett område utan rubrik, {number}, lades till. Skriv rubriken eller flytta aktiviteten.',
    en: 'The activity does not stand under an area. An area without a title, {number}, was added. Write its title or move the activity.',
  },
  activity_without_label: {
    sv: 'Raden saknar etiketten ”Aktivitet” men följs av en ansvarig. Den lästes som en aktivitet. Ändra om den är något annat.',
    en: 'The line lacks the label “Aktivitet” but is followed by a responsible. It was read as an activity. Change it if it is something else.',
  },
  activity_without_text: {
    sv: 'Aktiviteten har ingen text. Den behölls tom. Skriv texten eller ta bort aktiviteten.',
    en: 'The activity has no text. It was kept empty. Write the text or remove the activity.',
  },
  field_without_activity: {
    sv: '”{label}” står innan någon aktivitet har börjat. Raden lästes men lades inte in. Flytta texten till rätt aktivitet.',
    en: '“{label}” stands before any activity has begun. The line was read but not added. Move the text to the right activity.',
  },
  field_repeated: {
    sv: '”{label}” förekommer två gånger för samma aktivitet. Innehållet lades ihop. Kontrollera att ingen aktivitet saknas emellan.',
    en: '“{label}” occurs twice for the same activity. The contents were put together. Check that no activity is missing in between.',
  },
  field_unknown: {
    sv: '”{label}” är inget fält som importen känner. Texten lades inte in. Skriv in den för hand om den behövs.',
    en: '“{label}” is not a field that the import knows. The text was not added. Type it in if it is needed.',
  },
  label_without_colon: {
    sv: '”{label}” saknar kolon. Raden lästes ändå som ett fält. Ändra om den hör till texten ovanför.',
    en: '“{label}” has no colon. The line was read as a field all the same. Change it if it belongs to the text above.',
  },
  label_misspelt: {
    sv: '”{label}” lästes som ”{known}”. Ändra om det är ett annat fält.',
    en: '“{label}” was read as “{known}”. Change it if it is another field.',
  },
  several_labels: {
    sv: 'Flera fält står på samma rad. De delades upp vid etiketterna. Kontrollera uppdelningen.',
    en: 'Several fields stand on the same line. They were divided at the labels. Check the division.',
  },
  responsible_missing: {
    sv: 'Ingen ansvarig anges. Fältet lämnades tomt. Lägg till minst en ansvarig innan planen antas.',
    en: 'No responsible is stated. The field was left empty. Add at least one before the plan is adopted.',
  },
  partners_empty: {
    sv: 'Inget står efter ”{label}”. Det lästes som att samverkanspartner saknas. Lägg till om någon fattas.',
    en: 'Nothing follows “{label}”. It was read as no partners. Add any that are missing.',
  },
  partners_missing: {
    sv: 'Aktiviteten har ingen rad för samverkanspartner. Det lästes som att partner saknas. Lägg till om någon fattas.',
    en: 'The activity has no line for partners. It was read as none. Add any that are missing.',
  },
  follow_up_missing: {
    sv: 'Ingen uppföljning anges. Aktiviteten fick inga indikatorer. Lägg till dem om de finns någon annanstans.',
    en: 'No follow-up is stated. The activity was given no indicators. Add them if they are found elsewhere.',
  },
  space_missing: {
    sv: 'Mellanslag saknas efter punkt: ”{text}”. Texten delades där i två indikatorer. Slå ihop dem om det var fel.',
    en: 'A space is missing after a full stop: “{text}”. The text was divided there into two indicators. Join them if that was wrong.',
  },
  space_missing_in_text: {
    sv: 'Mellanslag saknas efter punkt: ”{text}”. Texten behölls som den står. Rätta den i utkastet om ni vill.',
    en: 'A space is missing after a full stop: “{text}”. The text was kept as printed. Correct it in the draft if you like.',
  },
  lower_case_start: {
    sv: 'Efter punkt följer liten bokstav: ”{text}”. Texten delades där i två indikatorer. Slå ihop dem om det var fel.',
    en: 'A full stop is followed by a small letter: “{text}”. The text was divided there into two indicators. Join them if that was wrong.',
  },
  open_ended: {
    sv: 'Listan är öppen (”{text}”). Namnen lades in utan tillägget och listan märktes som öppen. Lägg till de aktörer som avses.',
    en: 'The list is open-ended (“{text}”). The names were added without the ending and the list was marked as open. Add the actors meant.',
  },
  name_full_stop: {
    sv: 'Listan över aktörer slutar med punkt. Punkten togs bort ur namnet ”{name}”.',
    en: 'The list of actors ends with a full stop. It was removed from the name “{name}”.',
  },
  name_with_slash: {
    sv: '”{name}” innehåller snedstreck. Det behölls som ett namn. Dela det om det är två aktörer.',
    en: '“{name}” contains a slash. It was kept as one name. Divide it if it is two actors.',
  },
  name_with_and: {
    sv: '”{name}” innehåller ”och” men lästes som ett namn. Dela det om det är två aktörer.',
    en: '“{name}” contains “och” but was read as one name. Divide it if it is two actors.',
  },
  names_split_at_and: {
    sv: '”{name}” delades vid ”och” i två aktörer. Slå ihop dem om det är ett namn.',
    en: '“{name}” was divided at “och” into two actors. Join them if it is one name.',
  },
  name_parenthesis: {
    sv: 'Parentesen ”{text}” ser inte ut som en grupp. Den fick stå kvar i namnet. Gör om den till grupp om den är det.',
    en: 'The parenthesis “{text}” does not look like a group. It was left in the name. Make it a group if it is one.',
  },
  several_groups: {
    sv: 'Flera grupper står i parentes: {text}. De lades ihop i fältet. Välj den grupp som gäller.',
    en: 'Several groups stand in parentheses: {text}. They were put together in the field. Choose the one that applies.',
  },
  duplicate_name: {
    sv: '”{name}” står två gånger i samma lista. Namnet lades in en gång.',
    en: '“{name}” stands twice in the same list. The name was added once.',
  },
  duplicate_tip: {
    sv: 'Tipset ”{text}” står två gånger under samma mål. Båda behölls som i källan. Ta bort det ena om det är ett misstag.',
    en: 'The tip “{text}” stands twice under the same goal. Both were kept as printed. Remove one if it is a mistake.',
  },
  tips_without_goal: {
    sv: 'Tipsen står innan något mål har börjat. De lades inte in. Flytta dem till rätt mål.',
    en: 'The tips stand before any goal has begun. They were not added. Move them to the right goal.',
  },
  hyphen_joined: {
    sv: 'Ett avstavat ord sattes ihop: ”{text}”. Ändra om bindestrecket ska vara kvar.',
    en: 'A hyphenated word was put together: “{text}”. Change it if the hyphen should stay.',
  },
  text_outside: {
    sv: 'Texten hör inte till något fält i planen. Den lades inte in. Kopiera den dit den hör om den behövs.',
    en: 'The text does not belong to any field of the plan. It was not added. Copy it to where it belongs if it is needed.',
  },
  goal_wording_differs: {
    sv: 'Översikten skriver mål {number} på ett annat sätt än rubriken: ”{title}”. Rubrikens ordalydelse gäller. Välj den som är beslutad.',
    en: 'The overview words goal {number} differently from its heading: “{title}”. The heading was used. Choose the wording that was decided.',
  },
  goal_order_differs: {
    sv: 'Översikten räknar upp målen i annan ordning ({order}). Ordningen i planens text behölls. Ändra ordningen om översikten gäller.',
    en: 'The overview lists the goals in another order ({order}). The order of the plan text was kept. Reorder them if the overview applies.',
  },
  goal_only_in_overview: {
    sv: 'Målet nämns i översikten men hittades inte i planens text. Det lades inte in. Kontrollera om ett mål saknas.',
    en: 'The goal is named in the overview but was not found in the plan text. It was not added. Check whether a goal is missing.',
  },
  goal_not_in_overview: {
    sv: 'Mål {number} finns i planens text men inte i översikten. Det behölls. Kontrollera vilken som gäller.',
    en: 'Goal {number} is in the plan text but not in the overview. It was kept. Check which applies.',
  },
} as const satisfies Readonly<Record<string, Label>>;

export type FlagCode = keyof typeof FLAG_TEXTS;
export type FlagValues = Readonly<Record<string, string>>;

/** The words of one flag in one language, its values filled in. An unknown value leaves its placeholder standing. */
export function flagMessage(code: FlagCode, values: FlagValues, locale: Locale): string {
  return FLAG_TEXTS[code][locale].replace(/\{(\w+)\}/g, (whole, key: string) => values[key] ?? whole);
}
