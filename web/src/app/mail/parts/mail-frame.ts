import { Component, ElementRef, effect, input, viewChild } from '@angular/core';

/**
 * A mail as its reader sees it, in a frame that runs no scripts and goes nowhere. The content is built node by node and
 * the inline styles are set one by one, since the page's security headers rightly refuse markup with styles in it.
 */
@Component({
  selector: 'sam-mail-frame',
  template: `<iframe #frame sandbox="allow-same-origin" [title]="label()" (load)="show()"></iframe>`,
  styles: `
    iframe {
      display: block;
      width: 100%;
      min-height: 20rem;
      border: var(--sam-hairline);
      border-radius: var(--sam-radius);
      background: #fff;
    }
  `,
})
export class MailFrame {
  readonly html = input.required<string>();
  readonly label = input.required<string>();
  private readonly frame = viewChild.required<string, ElementRef<HTMLIFrameElement>>('frame', { read: ElementRef });

  constructor() {
    effect(() => {
      this.html();
      this.show();
    });
  }

  protected show(): void {
    const frame = this.frame().nativeElement;
    const page = frame.contentDocument;
    if (!page?.body) return;
    fillWithMail(page, this.html());
    frame.style.height = `${String(page.documentElement.scrollHeight + 2)}px`;
  }
}

/** Elements a mail of ours is made of. Whatever else stands in the text is left out. */
const KNOWN = new Set(['A', 'BODY', 'BR', 'DIV', 'H1', 'H2', 'LI', 'P', 'SPAN', 'STRONG', 'UL']);

export function fillWithMail(page: Document, html: string): void {
  const source = new DOMParser().parseFromString(html, 'text/html');
  page.documentElement.lang = source.documentElement.lang;
  page.body.replaceChildren(...[...source.body.childNodes].flatMap((node) => copied(page, node)));
  page.body.style.cssText = source.body.getAttribute('style') ?? '';
}

function copied(page: Document, node: Node): Node[] {
  if (node.nodeType === Node.TEXT_NODE) return [page.createTextNode(node.textContent ?? '')];
  if (node.nodeType !== Node.ELEMENT_NODE || !KNOWN.has(node.nodeName)) return [];
  const from = node as Element;
  const to = page.createElement(node.nodeName);
  to.style.cssText = from.getAttribute('style') ?? '';
  const href = from.getAttribute('href') ?? '';
  if (/^(https?:\/)?\//.test(href)) to.setAttribute('href', href);
  to.append(...[...from.childNodes].flatMap((child) => copied(page, child)));
  return [to];
}
