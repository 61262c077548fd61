import type { TextLink } from '@samhandling/contracts';

/** A piece of a text: what leads somewhere has a link, the rest none. */
export interface TextPart {
  readonly text: string;
  readonly link: string | null;
}

/** A text cut where it names what has a page: in its order, nothing lost, and of two that begin at the same place the longer. */
export function cutLinks(text: string, links: readonly TextLink[]): readonly TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  while (from < text.length) {
    const next = firstIn(text, links, from);
    if (!next) break;
    if (next.at > from) parts.push({ text: text.slice(from, next.at), link: null });
    parts.push({ text: next.link.text, link: next.link.link });
    from = next.at + next.link.text.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from), link: null });
  return parts;
}

function firstIn(
  text: string,
  links: readonly TextLink[],
  from: number,
): { readonly at: number; readonly link: TextLink } | undefined {
  return links
    .map((link) => ({ link, at: link.text === '' ? -1 : text.indexOf(link.text, from) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at || b.link.text.length - a.link.text.length)[0];
}
