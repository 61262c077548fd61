import type { Locale } from '@samhandling/domain';

/** One thing in a mail, with why it waits before what it is. */
export interface MailItem {
  readonly reasons: readonly string[];
  readonly title: string;
  /** The language of the title, where it is another than the mail's: a county's own words. */
  readonly titleLocale?: Locale;
  /** Where it belongs: "2.2/5, Plan för trygga mötesplatser 2025". Empty where that says itself. */
  readonly place: string;
  /** Null: no page of its own, or none this person may open. */
  readonly url: string | null;
  readonly isNew: boolean;
}

export interface MailSection {
  readonly heading: string;
  readonly items: readonly MailItem[];
  /** Said after the items, such as how many more there are. Empty: nothing. */
  readonly more: string;
  readonly action: MailAction | null;
}

export interface MailAction {
  readonly words: string;
  readonly url: string;
}

export interface MailContent {
  readonly locale: Locale;
  readonly greeting: string;
  readonly lead: string;
  readonly sections: readonly MailSection[];
  readonly action: MailAction | null;
  /** Why this came and from whom. */
  readonly why: string;
  /** Null in a letter that somebody asked for or must have: there is nothing to opt out of. */
  readonly optOut: MailAction | null;
}

const NEW: Readonly<Record<Locale, string>> = { sv: 'Nytt.', en: 'New.' };

/** The plain text, readable as it is: lines of their own for addresses, reasons first. */
export function mailText(content: MailContent): string {
  const sections = content.sections.map((section) =>
    [
      section.heading.toLocaleUpperCase(content.locale),
      ...section.items.map((item) => itemText(item, content.locale)),
      ...(section.more === '' ? [] : [section.more]),
      ...(section.action ? [actionText(section.action)] : []),
    ].join('\n\n'),
  );
  return [
    content.greeting,
    content.lead,
    ...sections,
    ...(content.action ? [actionText(content.action)] : []),
    `--\n${content.why}${content.optOut ? `\n${content.optOut.words}:\n${content.optOut.url}` : ''}`,
  ]
    .join('\n\n')
    .concat('\n');
}

function itemText({ reasons, title, place, url, isNew }: MailItem, locale: Locale): string {
  const first = [...(isNew ? [NEW[locale]] : []), ...reasons].join(' ');
  return [
    first === '' ? `* ${title}` : `* ${first}\n  ${title}`,
    ...(place === '' ? [] : [`  ${place}`]),
    ...(url === null ? [] : [`  ${url}`]),
  ].join('\n');
}

function actionText({ words, url }: MailAction): string {
  return `${words}:\n${url}`;
}

const FONT = 'font-family:system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif';
const INK = '#1b1b1f';
const QUIET = '#55565e';
const LINK = '#0b4f8a';

/**
 * The same as an HTML page: headings, lists and links, no pictures, nothing fetched, and colours with contrast enough in
 * a reader that turns them dark too.
 */
export function mailHtml(content: MailContent, subject: string): string {
  const sections = content.sections.map((section) => sectionHtml(section, content.locale)).join('\n');
  return `<!doctype html>
<html lang="${content.locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escape(subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:${INK};${FONT};font-size:16px;line-height:1.5">
<div style="max-width:38em;margin:0 auto">
<h1 style="margin:0 0 8px;font-size:22px;line-height:1.3">${escape(content.greeting)}</h1>
${paragraphs(content.lead)}
${sections}
${content.action ? actionHtml(content.action) : ''}
<p style="margin:32px 0 0;padding-top:16px;border-top:1px solid #c9cad1;color:${QUIET};font-size:14px">${escape(content.why)}${content.optOut ? optOutHtml(content.optOut) : ''}</p>
</div>
</body>
</html>
`;
}

/** Lines and paragraphs as they were written: there may be a message of somebody's in it. */
function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p style="margin:0 0 16px">${escape(part).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

function optOutHtml({ words, url }: MailAction): string {
  return `<br><a href="${escape(url)}" style="color:${LINK}">${escape(words)}</a>`;
}

function sectionHtml({ heading, items, more, action }: MailSection, locale: Locale): string {
  return `<h2 style="margin:24px 0 8px;font-size:18px;line-height:1.3">${escape(heading)}</h2>
<ul style="margin:0 0 16px;padding:0 0 0 20px">
${items.map((item) => itemHtml(item, locale)).join('\n')}
</ul>${more === '' ? '' : `\n<p style="margin:0 0 16px">${escape(more)}</p>`}${action ? `\n${actionHtml(action)}` : ''}`;
}

function itemHtml(item: MailItem, locale: Locale): string {
  const { reasons, title, titleLocale = locale, place, url, isNew } = item;
  const first = [...(isNew ? [`<strong>${NEW[locale]}</strong>`] : []), ...reasons.map(escape)].join(' ');
  const lang = titleLocale === locale ? '' : ` lang="${titleLocale}"`;
  const words = lang === '' ? escape(title) : `<span${lang}>${escape(title)}</span>`;
  const what = url === null ? words : `<a href="${escape(url)}" style="color:${LINK}">${words}</a>`;
  const where = place === '' ? '' : `<br><span style="color:${QUIET};font-size:14px">${escape(place)}</span>`;
  return `<li style="margin:0 0 12px">${first === '' ? '' : `${first}<br>`}${what}${where}</li>`;
}

function actionHtml({ words, url }: MailAction): string {
  return `<p style="margin:16px 0"><a href="${escape(url)}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:${LINK};color:#ffffff;font-weight:600;text-decoration:none">${escape(words)}</a></p>`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
