import { Directive } from '@angular/core';

/** Links to the parts of one thing. Mark the current with `aria-current="page"` (routerLinkActive can). */
@Directive({ selector: 'nav[samTabs]', host: { class: 'sam-tabs' } })
export class Tabs {}

/** A definition list of what is known about one thing. */
@Directive({ selector: 'dl[samFacts]', host: { class: 'sam-facts' } })
export class Facts {}

/** Read by screen readers, not seen. */
@Directive({ selector: '[samVisuallyHidden]', host: { class: 'sam-visually-hidden' } })
export class VisuallyHidden {}
