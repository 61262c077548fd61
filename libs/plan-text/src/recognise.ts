import { bulletText } from './text.ts';

export type Field = 'responsible' | 'partners' | 'follow_up';
export type Section = 'introduction' | 'purposes' | 'overarching' | 'specific' | 'goal_list';

/** What one line is by its own look, before its neighbours are asked. */
export type Recognised =
  | { kind: 'blank' }
  | { kind: 'navigation' }
  | { kind: 'heading' }
  | { kind: 'area'; number: string | null; title: string; labelled: boolean }
  | { kind: 'numbered'; number: number | null; code: string | null; dotted: boolean; text: string }
  | { kind: 'goal'; number: number | null; code: string | null; title: string }
  | { kind: 'activity'; number: number | null; dotted: boolean; text: string }
  | { kind: 'field'; field: Field; label: string; text: string; colon: boolean; known: string | null }
  | { kind: 'tips'; text: string }
  | { kind: 'section'; section: Section; text: string }
  | { kind: 'other_field'; label: string; text: string }
  | { kind: 'bullet'; text: string }
  | { kind: 'prose'; text: string };

const NAVIGATION =
  /^(?:[^.]{0,120}[»›]|«.{0,120}|(?:till\s+)?(?:toppen|startsidan|sidans topp)|klicka här.{0,120}|tillbaka till .{0,80}|läs mer.{0,60}|skriv ut|dela(?: sidan)?|hoppa till .{0,60}|gå till .{0,60}|stäng|meny|sök|sida \d+(?: (?:av|\() ?\d+\)?)?|\d+\s*\(\d+\)|\d{1,4}|[-–—_=*.~\s]{3,})$/iu;
const AREA_LABEL = String.raw`(?:område(?:n)?\s+för\s+samhandling|samhandlingsområde|insatsområde|utvecklingsområde|fokusområde|samverkansområde|prioriterat\s+område|område|area)`;
const AREA_NUMBER = String.raw`(?:\d{1,3}|\p{Lu})\.\d{1,3}`;
const AREA_NUMBER_FIRST = new RegExp(
  String.raw`^(${AREA_NUMBER})\.?\s*[:–—-]?\s*${AREA_LABEL}(?:\s*[:–—-]|(?<=samhandling)(?=\s|$))\s*(.*)$`,
  'iu',
);
const AREA_LABEL_FIRST = new RegExp(
  String.raw`^${AREA_LABEL}\s*(?:nr\.?\s*)?(?::\s*)?(${AREA_NUMBER})\.?\s*[:–—-]?\s*(.*)$`,
  'iu',
);
const AREA_NO_NUMBER = new RegExp(String.raw`^${AREA_LABEL}\s*:\s*(.*)$`, 'iu');
const AREA_PLAIN = /^(\d{1,3}\.\d{1,3}|\p{Lu}\.\d{1,3})\.?\s+(\p{Lu}.*)$/u;
const GOAL =
  /^(?:delmål|huvudmål|målområde|mål|goal)\s*(?:nr\.?\s*)?(?:(\d{1,3})|(\p{Lu}{1,2}))(?:\s*\((\p{Lu}{1,2})\))?\s*(?:[.:–—-]\s*|\s+(?=\p{Lu})|$)(.*)$/iu;
const GOAL_WORDED = /^delmål\s+(\p{Lu}\p{L}+)\s*:\s*(\S.*)$/u;
const NUMBERED = /^(\d{1,3})(?:([.):])\s*|\s+)(\p{L}.*|["”“(]\p{L}.*)$/u;
const LETTERED = /^(\p{Lu})[.:]\s+(\p{Lu}.*)$/u;
const ACTIVITY =
  /^(?:aktivitet|insats|åtgärd|activity)(?!\p{L})\s*(?:nr\.?\s*)?(\d+(?:\.\d+)*)?\s*([:.)–—-]?)\s*(.*)$/iu;
const TIPS =
  /^(?:tips\s+(?:på\s+|för\s+|om\s+|till\s+)?(?:det\s+)?lokala?\s+(?:aktiviteter(?:na)?|insatser|arbetet?|åtgärder)|lokala\s+tips|tips(?=\s*:))\s*(?::\s*(.*)|(.*))$/iu;

const FIELDS: readonly { field: Field; label: string }[] = [
  {
    field: 'responsible',
    label: String.raw`(?:huvud)?ansvarig(?:a|t)?(?:\s+(?:aktör(?:er)?|organisation(?:er)?|part(?:er)?|för\s+genomförande|för\s+aktiviteten))?|ansvar|responsible`,
  },
  {
    field: 'partners',
    label: String.raw`samverkans(?:partners?|partnerna|part(?:er)?|aktör(?:er)?)|samarbets(?:partners?|part(?:er)?)|samverkan\s+(?:med|sker\s+med)|samverkande\s+(?:aktörer|parter|organisationer)|i\s+samverkan\s+med|medverkande|partners?`,
  },
  {
    field: 'follow_up',
    label: String.raw`uppföljning(?:en)?(?:s(?:indikator(?:er)?|mått))?(?:\s*(?:\/|och|&)\s*(?:indikator(?:er)?|utvärdering|mått))?|indikator(?:er)?(?:\s+för\s+uppföljning)?|(?:så|hur)\s+(?:följer\s+vi\s+upp|följs\s+(?:det|aktiviteten)\s+upp)|follow-up`,
  },
];
const FIELD_WITH_COLON = FIELDS.map(({ field, label }) => ({
  field,
  pattern: new RegExp(String.raw`^(${label})\s*[:：]\s*(.*)$`, 'iu'),
}));
const FIELD_WITHOUT_COLON: readonly { field: Field; pattern: RegExp }[] = [
  { field: 'responsible', pattern: /^(Ansvariga?)(?:\s*[–—-]\s+|\s+(?=\p{Lu})|$)(.*)$/u },
  { field: 'partners', pattern: /^(Samverkanspartners?)(?:\s*[–—-]\s+|\s+|$)(.*)$/u },
  {
    field: 'follow_up',
    pattern: /^(Uppföljning(?:sindikator(?:er)?)?)(?:\s*[–—-]\s+|\s+(?=Antal|Andel|Genomför|Framtag)|$)(.*)$/u,
  },
];
const KNOWN_LABELS: readonly { field: Field; label: string }[] = [
  { field: 'responsible', label: 'Ansvarig' },
  { field: 'responsible', label: 'Ansvariga' },
  { field: 'partners', label: 'Samverkanspartner' },
  { field: 'partners', label: 'Samverkanspartners' },
  { field: 'follow_up', label: 'Uppföljning' },
  { field: 'follow_up', label: 'Uppföljningsindikator' },
];
const OTHER_FIELD =
  /^(tidplan|tidsplan|tid|när|start|startår|slut|klart?|status|kostnad|budget|finansiering|resurser|målgrupp(?:er)?|metod|syfte|effekt|förväntad\s+effekt|förväntat\s+resultat|resultat|bakgrund|kommentar|anmärkning|kontakt(?:person)?|nivå|prioritet|beslut|diarienummer)\s*:\s*(.*)$/iu;

/** A short line that could stand as a heading: no sentence end, not a whole paragraph. */
function headingLike(line: string): boolean {
  return line.length <= 100 && !/[.,;!?]$/u.test(line);
}

/** Recognises one cleaned line. Pure and without memory: neighbours are weighed by the reader. */
export function recognise(raw: string): Recognised {
  if (raw === '') return { kind: 'blank' };
  const line = raw
    .replace(/^#{1,6}\s+/u, '')
    .replace(/^(\*\*|__)(.+?)\1\s*/u, '$2 ')
    .trim();
  const bullet = bulletText(line);
  if (bullet !== null) {
    const inside = recogniseLabel(bullet, true);
    return inside ?? { kind: 'bullet', text: line };
  }
  if (/^[-–—]$/u.test(line)) return { kind: 'prose', text: line };
  if (NAVIGATION.test(line)) return { kind: 'navigation' };
  return recogniseLabel(line, false) ?? recogniseStructure(line) ?? { kind: 'prose', text: line };
}

function recogniseLabel(line: string, inBullet: boolean): Recognised | null {
  for (const { field, pattern } of FIELD_WITH_COLON) {
    const match = pattern.exec(line);
    if (match) return { kind: 'field', field, label: match[1] ?? '', text: match[2] ?? '', colon: true, known: null };
  }
  const activity = recogniseActivity(line);
  if (activity) return activity;
  if (inBullet) return null;
  for (const { field, pattern } of FIELD_WITHOUT_COLON) {
    const match = pattern.exec(line);
    if (match) return { kind: 'field', field, label: match[1] ?? '', text: match[2] ?? '', colon: false, known: null };
  }
  const tips = TIPS.exec(line);
  if (tips && (tips[1] !== undefined || headingLike(line) || /^\s*[•▪●◦-]/u.test(tips[2] ?? '')))
    return {
      kind: 'tips',
      text: (tips[1] ?? (bulletText((tips[2] ?? '').trim()) === null ? '' : tips[2]) ?? '').trim(),
    };
  const head = /^(\p{L}{6,24})\s*:\s*(.*)$/u.exec(line);
  if (head) {
    const known = KNOWN_LABELS.find(({ label }) => isMisspelling(head[1] ?? '', label));
    if (known)
      return {
        kind: 'field',
        field: known.field,
        label: head[1] ?? '',
        text: head[2] ?? '',
        colon: true,
        known: known.label,
      };
  }
  return null;
}

function recogniseActivity(line: string): Recognised | null {
  const match = ACTIVITY.exec(line);
  if (!match) return null;
  const [, printed, mark, rest = ''] = match;
  if (printed !== undefined) {
    if (mark === '' && rest !== '' && !/^\p{Lu}/u.test(rest)) return null;
    return { kind: 'activity', number: lastNumber(printed), dotted: mark !== '' || rest === '', text: rest };
  }
  if (mark !== ':')
    return rest === '' && mark === '' ? { kind: 'activity', number: null, dotted: true, text: '' } : null;
  const inner = /^(\d{1,3}(?:\.\d{1,3})*)(?!\d)(\s*[.):]|(?=\s|$))\s*(.*)$/u.exec(rest);
  if (!inner) return { kind: 'activity', number: null, dotted: true, text: rest };
  return { kind: 'activity', number: lastNumber(inner[1] ?? ''), dotted: inner[2] !== '', text: inner[3] ?? '' };
}

function lastNumber(printed: string): number {
  return Number(printed.split('.').at(-1));
}

function recogniseStructure(line: string): Recognised | null {
  const section = recogniseSection(line);
  if (section) return section;
  const other = OTHER_FIELD.exec(line);
  if (other) return { kind: 'other_field', label: other[1] ?? '', text: other[2] ?? '' };
  const area = AREA_NUMBER_FIRST.exec(line) ?? AREA_LABEL_FIRST.exec(line);
  if (area)
    return { kind: 'area', number: (area[1] ?? '').toLocaleUpperCase('sv'), title: area[2] ?? '', labelled: true };
  const unnumbered = AREA_NO_NUMBER.exec(line);
  if (unnumbered) return { kind: 'area', number: null, title: unnumbered[1] ?? '', labelled: true };
  const plain = AREA_PLAIN.exec(line);
  if (plain) return { kind: 'area', number: plain[1] ?? '', title: plain[2] ?? '', labelled: false };
  const goal = GOAL.exec(line);
  if (goal && (goal[2] === undefined || /^\p{Lu}+$/u.test(goal[2])))
    return {
      kind: 'goal',
      number: goal[1] === undefined ? null : Number(goal[1]),
      code: goal[2] ?? goal[3] ?? null,
      title: goal[4] ?? '',
    };
  const worded = GOAL_WORDED.exec(line) ?? /^(Delmål|Mål)\s*:\s*(\S.*)$/u.exec(line);
  if (worded) return { kind: 'goal', number: null, code: null, title: worded[2] ?? '' };
  const numbered = NUMBERED.exec(line);
  if (numbered)
    return {
      kind: 'numbered',
      number: Number(numbered[1]),
      code: null,
      dotted: numbered[2] !== undefined,
      text: numbered[3] ?? '',
    };
  const lettered = LETTERED.exec(line);
  if (lettered)
    return { kind: 'numbered', number: null, code: lettered[1] ?? null, dotted: true, text: lettered[2] ?? '' };
  if (
    /^(?:aktiviteter|insatser|åtgärder|översikt|innehåll|innehållsförteckning|handlingsplan|delmål och aktiviteter)\s*:?$/iu.test(
      line,
    )
  )
    return { kind: 'heading' };
  return null;
}

function recogniseSection(line: string): Recognised | null {
  const inline = /^(syften?|övergripande mål|långsiktiga mål|specifika mål)\s*:\s*(\S.*)$/iu.exec(line);
  if (inline) return { kind: 'section', section: sectionOf(inline[1] ?? ''), text: inline[2] ?? '' };
  if (!headingLike(line)) return null;
  if (/^(?:syften?\s*(?:&|och)\s*mål|mål\s*(?:&|och)\s*syften?)(?!\p{L})/iu.test(line))
    return { kind: 'section', section: 'introduction', text: '' };
  if (/^(?:inledning|bakgrund|om (?:hand)?lingsplanen|förord)\s*:?$/iu.test(line))
    return { kind: 'section', section: 'introduction', text: '' };
  if (/^(?:syfte[nt]?|övergripande\s+mål|långsiktiga\s+mål|specifika\s+mål|särskilda\s+mål)(?!\p{L})/iu.test(line))
    return { kind: 'section', section: sectionOf(line), text: '' };
  if (
    /^(?:(?:våra|planens|länets)\s+)?delmål(?:en)?(?!\p{L})(?!\s*(?:\d|\p{Lu}\s*[:.–-]|\p{Lu}\p{L}*\s*:\s*\S))/u.test(
      line.replace(/^\p{Lu}/u, (letter) => letter.toLocaleLowerCase('sv')),
    )
  )
    return { kind: 'section', section: 'goal_list', text: '' };
  return null;
}

function sectionOf(heading: string): Section {
  if (/^syfte/iu.test(heading)) return 'purposes';
  return /^(?:specifika|särskilda)/iu.test(heading) ? 'specific' : 'overarching';
}

/** One or two letters wrong, missing, extra or swapped, and the same first letter. */
function isMisspelling(written: string, label: string): boolean {
  if (written.charAt(0).toLocaleLowerCase('sv') !== label.charAt(0).toLocaleLowerCase('sv')) return false;
  if (Math.abs(written.length - label.length) > 2) return false;
  const a = written.toLocaleLowerCase('sv');
  const b = label.toLocaleLowerCase('sv');
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    previous = row;
  }
  return (previous[b.length] ?? 9) <= (label.length > 10 ? 2 : 1);
}

/** Canonical labels with a colon in the middle of a labelled line begin a field of their own. */
const INLINE_LABEL =
  /\s+(?=(?:Ansvariga?|Samverkanspartners?|Uppföljning(?:sindikator(?:er)?)?|Aktivitet(?:\s+\d+)?)\s*:)/u;

/** Divides "Aktivitet: 1. … Ansvarig: … Uppföljning: …" written on one line. Other lines come back whole. */
export function splitInlineLabels(line: string): string[] {
  const parts = line.split(INLINE_LABEL);
  if (parts.length === 1) return parts;
  const first = recognise(parts[0] ?? '');
  return first.kind === 'activity' || first.kind === 'field' ? parts : [line];
}
