import { Component, signal } from '@angular/core';
import { find, findAll, show, textOf } from '../testing/show.ts';
import { DialogShell } from '../overlay/dialog-shell.ts';
import { Table, TableScroll } from '../table/table.ts';
import { Breadcrumb } from './breadcrumb.ts';
import { Disclosure } from './disclosure.ts';
import { Facts, Tabs, VisuallyHidden } from './layout-directives.ts';
import { PageHeader } from './page-header.ts';
import { SkipLinks } from './skip-links.ts';

@Component({
  imports: [
    Breadcrumb,
    DialogShell,
    Disclosure,
    Facts,
    PageHeader,
    SkipLinks,
    Table,
    TableScroll,
    Tabs,
    VisuallyHidden,
  ],
  template: `<sam-skip-links [links]="[{ target: 'there', label: 'Hoppa dit' }]" />
    <sam-page-header [heading]="heading()" reference="2.2/5" meta="Uppdaterad i dag">
      <sam-breadcrumb><a href="#a">Planen</a></sam-breadcrumb>
      <span chips class="chip">Antagen</span>
      <button actions type="button">Svara</button>
    </sam-page-header>
    <nav samTabs aria-label="Delar"><a href="#a" aria-current="page">Ett</a></nav>
    <dl samFacts>
      <dt>Ansvarig</dt>
      <dd>Regionen</dd>
    </dl>
    <span samVisuallyHidden class="unseen">Bara för örat</span>
    <sam-disclosure summary="Mer" note="3 maj" [(open)]="open">Innehåll</sam-disclosure>
    <sam-table-scroll label="Utfall per kommun" maxHeight="10rem"
      ><table samTable stacked compact></table
    ></sam-table-scroll>
    <sam-dialog heading="Ta bort?" (closed)="closed.set(true)"
      ><p>Säkert?</p>
      <button actions type="button">Ta bort</button></sam-dialog
    >
    <div id="there">Målet</div>`,
})
class Host {
  readonly heading = signal('Kort rubrik');
  readonly open = signal(false);
  readonly closed = signal(false);
}

describe('PageHeader', () => {
  it('has the one h1, that can take focus, and puts each thing in its place', async () => {
    const fixture = await show(Host);
    expect(findAll(fixture, 'h1')).toHaveLength(1);
    const heading = find(fixture, 'h1');
    heading.focus();
    expect(document.activeElement).toBe(heading);
    expect(textOf(find(fixture, '.reference'))).toBe('2.2/5');
    expect(textOf(find(fixture, '.chips'))).toBe('Antagen');
    expect(textOf(find(fixture, '.actions'))).toBe('Svara');
    expect(textOf(find(fixture, '.meta'))).toBe('Uppdaterad i dag');
  });

  it('sets a whole sentence smaller, and never cuts it', async () => {
    const fixture = await show(Host);
    expect(find(fixture, 'h1').classList).not.toContain('long');
    fixture.componentInstance.heading.set('Å'.repeat(300));
    await fixture.whenStable();
    expect(find(fixture, 'h1').classList).toContain('long');
    expect(textOf(find(fixture, 'h1'))).toHaveLength(300);
  });
});

describe('SkipLinks', () => {
  it('moves the focus to the place, also where nothing could take focus', async () => {
    const fixture = await show(Host);
    document.body.append(fixture.nativeElement);
    find(fixture, 'sam-skip-links a').click();
    expect(document.activeElement?.id).toBe('there');
    fixture.nativeElement.remove();
  });
});

describe('Disclosure', () => {
  it('tells its owner when the person opens it', async () => {
    const fixture = await show(Host);
    const details = find<HTMLDetailsElement>(fixture, 'details');
    expect(details.open).toBe(false);
    details.open = true;
    details.dispatchEvent(new Event('toggle'));
    expect(fixture.componentInstance.open()).toBe(true);
    expect(findAll(fixture, 'summary span').map(textOf)).toEqual(['Mer', '3 maj']);
  });
});

describe('navigation and structure', () => {
  it('names the breadcrumb and marks tabs, facts, tables and hidden text', async () => {
    const fixture = await show(Host);
    expect(find(fixture, 'sam-breadcrumb nav').getAttribute('aria-label')).toBe('Här är du');
    expect(find(fixture, 'nav[samTabs]').classList).toContain('sam-tabs');
    expect(find(fixture, 'dl').classList).toContain('sam-facts');
    expect(find(fixture, '.unseen').classList).toContain('sam-visually-hidden');
    expect(find(fixture, 'table').classList).toContain('sam-table--stacked');
    expect(find(fixture, 'table').dataset['density']).toBe('compact');
  });

  it('lets a wide table be scrolled with the keyboard', async () => {
    const fixture = await show(Host);
    const region = find(fixture, 'sam-table-scroll [role=region]');
    expect(region.tabIndex).toBe(0);
    expect(region.getAttribute('aria-label')).toBe('Utfall per kommun');
    expect(region.style.maxHeight).toBe('10rem');
  });
});

describe('DialogShell', () => {
  it('has a heading, actions and a named way out', async () => {
    const fixture = await show(Host);
    expect(textOf(find(fixture, 'sam-dialog h2'))).toBe('Ta bort?');
    expect(textOf(find(fixture, 'sam-dialog .foot'))).toBe('Ta bort');
    find(fixture, 'sam-dialog .head button').click();
    expect(fixture.componentInstance.closed()).toBe(true);
  });
});
