import { LOCALE_ID, type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';

/** Shows a host component in Swedish, or in the language asked for, and waits until it stands still. */
export async function show<Host>(host: Type<Host>, locale = 'sv'): Promise<ComponentFixture<Host>> {
  TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: locale }] });
  const fixture = TestBed.createComponent(host);
  await fixture.whenStable();
  return fixture;
}

/** Visible words with single spaces. */
export function textOf(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** The element, or a failure that says which one is missing. */
export function find<Found extends Element = HTMLElement>(fixture: ComponentFixture<unknown>, selector: string): Found {
  const root: unknown = fixture.nativeElement;
  const found = root instanceof Element ? root.querySelector<Found>(selector) : null;
  if (!found) throw new Error(`Nothing matches ${selector}`);
  return found;
}

export function findAll(fixture: ComponentFixture<unknown>, selector: string): HTMLElement[] {
  const root: unknown = fixture.nativeElement;
  return root instanceof Element ? [...root.querySelectorAll<HTMLElement>(selector)] : [];
}
