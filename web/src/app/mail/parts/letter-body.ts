import { Component, ElementRef, effect, inject, input } from '@angular/core';

/**
 * A mail as its reader sees it. Built node by node from the few elements our mails are made of, so that nothing else than
 * words and links ever reaches the page; the looks are the page's own, since its security headers refuse inline styles.
 */
@Component({
  selector: 'sam-letter-body',
  template: '',
  styles: `
    :host {
      display: block;
      padding: var(--sam-space-5);
      border: var(--sam-hairline);
      border-radius: var(--sam-radius);
      overflow-wrap: anywhere;
    }
    :host ::ng-deep :is(h4, p) {
      margin-top: var(--sam-space-4);
    }
    :host ::ng-deep li {
      margin-top: var(--sam-space-3);
    }
  `,
  host: { lang: 'sv', class: 'sam-prose' },
})
export class LetterBody {
  readonly html = input.required<string>();

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => host.replaceChildren(...letterNodes(host.ownerDocument, this.html())));
  }
}

/** What each element of a mail becomes inside a page, whose own heading stands above. */
const BECOMES: Readonly<Record<string, string>> = {
  A: 'a',
  BR: 'br',
  DIV: 'div',
  H1: 'h3',
  H2: 'h4',
  LI: 'li',
  P: 'p',
  SPAN: 'span',
  STRONG: 'strong',
  UL: 'ul',
};

export function letterNodes(page: Document, html: string): Node[] {
  const source = new DOMParser().parseFromString(html.replace(/ style="[^"]*"/g, ''), 'text/html');
  return copies(page, source.body);
}

function copies(page: Document, from: Node): Node[] {
  return [...from.childNodes].flatMap((node): Node[] => {
    if (node.nodeType === Node.TEXT_NODE) return [page.createTextNode(node.textContent ?? '')];
    const name = BECOMES[node.nodeName];
    if (!(node instanceof Element) || name === undefined) return [];
    const copy = page.createElement(name);
    const href = node.getAttribute('href') ?? '';
    if (/^(https?:\/)?\//.test(href)) copy.setAttribute('href', href);
    copy.append(...copies(page, node));
    return [copy];
  });
}
