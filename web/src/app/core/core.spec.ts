import { Component, ErrorHandler, LOCALE_ID, inject, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Title } from '@angular/platform-browser';
import { DEFAULT_WORDS } from '@samhandling/domain';
import { safeTarget } from '../session/sign-in-page.ts';
import { ShowErrors } from './error-handler.ts';
import { addressIn } from './language.ts';
import { Messages } from './messages.ts';
import { PageTitle } from './page-title.ts';
import { ProblemError } from './problem.ts';
import { Theme } from './theme.ts';
import { UnsavedChanges, unsavedGuard } from './unsaved-changes.ts';
import { Words } from './words.ts';

describe('PageTitle', () => {
  it('puts the page before the product', () => {
    TestBed.inject(PageTitle).set('Logga in');
    expect(TestBed.inject(Title).getTitle()).toBe('Logga in – Samhandling');
    TestBed.inject(PageTitle).set('');
    expect(TestBed.inject(Title).getTitle()).toBe('Samhandling');
  });
});

describe('addressIn', () => {
  it('keeps the page and changes the language', () => {
    expect(addressIn('en', '/plan/a?mal=2')).toBe('/en/plan/a?mal=2');
    expect(addressIn('sv', '/plan/a?mal=2')).toBe('/plan/a?mal=2');
    expect(addressIn('en', '/')).toBe('/en/');
  });
});

describe('safeTarget', () => {
  it('follows pages of this site only', () => {
    expect(safeTarget('/plan/a?x=1')).toBe('/plan/a?x=1');
    for (const bad of [
      undefined,
      '',
      'https://ond.example',
      '//ond.example',
      '/\\ond.example',
      'javascript:alert(1)',
      '/logga-in',
    ]) {
      expect(safeTarget(bad)).toBe('/');
    }
  });
});

describe('Words', () => {
  it('has the default until a plan brings its own, in the language of the build', () => {
    TestBed.configureTestingModule({ providers: [{ provide: LOCALE_ID, useValue: 'sv' }] });
    const words = TestBed.inject(Words);
    expect(words.current().activity.many).toBe('aktiviteter');
    const insats = { one: 'insats', theOne: 'insatsen', many: 'insatser', theMany: 'insatserna', gender: 'n' } as const;
    words.use({ sv: { ...DEFAULT_WORDS.sv, activity: insats }, en: DEFAULT_WORDS.en });
    expect(words.current().activity.many).toBe('insatser');
    words.reset();
    expect(words.current().activity.many).toBe('aktiviteter');
  });
});

describe('Theme', () => {
  it('marks the document and is remembered; the system needs no mark', () => {
    const theme = TestBed.inject(Theme);
    theme.choice.set('dark');
    TestBed.tick();
    expect(document.documentElement.dataset['theme']).toBe('dark');
    expect(localStorage.getItem('sam.theme')).toBe('dark');
    theme.choice.set('system');
    TestBed.tick();
    expect(document.documentElement.hasAttribute('data-theme')).toBe(false);
    expect(localStorage.getItem('sam.theme')).toBeNull();
  });
});

describe('Messages', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('goes away by itself, unless it can be undone or tells of a failure', () => {
    const messages = TestBed.inject(Messages);
    messages.say('Sparat');
    jest.advanceTimersByTime(60_000);
    expect(messages.current()).toBeNull();
    messages.say('Flyttad', { label: 'Ångra', run: () => undefined });
    jest.advanceTimersByTime(60_000);
    expect(messages.current()?.text).toBe('Flyttad');
    messages.fail('Gick inte');
    jest.advanceTimersByTime(60_000);
    expect(messages.current()).toEqual({ text: 'Gick inte', tone: 'error' });
  });

  it('undoes once and closes', () => {
    const messages = TestBed.inject(Messages);
    const run = jest.fn();
    messages.say('Flyttad', { label: 'Ångra', run });
    messages.undo();
    messages.undo();
    expect(run).toHaveBeenCalledTimes(1);
    expect(messages.current()).toBeNull();
  });
});

describe('ShowErrors', () => {
  beforeEach(() => {
    globalThis.reportError = () => undefined;
    TestBed.configureTestingModule({ providers: [{ provide: ErrorHandler, useExisting: ShowErrors }] });
  });

  it('shows what nobody caught, in words', () => {
    const handler = TestBed.inject(ErrorHandler);
    handler.handleError(new TypeError('undefined is not a function'));
    expect(TestBed.inject(Messages).current()).toMatchObject({
      tone: 'error',
      text: expect.stringContaining('Något gick fel'),
    });
    handler.handleError(
      new ProblemError({ type: 'x', title: 'Låst', status: 409, detail: 'Fastställd.', code: 'locked' }),
    );
    expect(TestBed.inject(Messages).current()?.text).toBe('Låst. Fastställd.');
  });

  it('says that the page is new when a part of the old one is gone', () => {
    TestBed.inject(ErrorHandler).handleError(new TypeError('Failed to fetch dynamically imported module: /chunk-1.js'));
    expect(TestBed.inject(Messages).current()?.text).toContain('har uppdaterats');
  });
});

describe('unsaved changes', () => {
  @Component({ template: '' })
  class Page {
    readonly dirty = signal(false);
    constructor() {
      inject(UnsavedChanges).watch(() => this.dirty());
    }
  }

  const leave = (): unknown => {
    const [route, state]: [never, never] = [undefined as never, undefined as never];
    return TestBed.runInInjectionContext(() => unsavedGuard(undefined, route, state, state));
  };

  /** The question is a dialog loaded when first needed: wait until it stands there. */
  async function dialogButtons(): Promise<HTMLButtonElement[]> {
    for (let round = 0; round < 20 && !document.querySelector('sam-confirm-dialog button'); round += 1) {
      await new Promise((resolve) => setTimeout(resolve));
      TestBed.tick();
    }
    return [...document.querySelectorAll<HTMLButtonElement>('sam-confirm-dialog button')];
  }

  it('asks before leaving, only while something is unsaved, and obeys', async () => {
    const page = TestBed.createComponent(Page);
    expect(leave()).toBe(true);
    page.componentInstance.dirty.set(true);
    for (const [choice, left] of [
      ['Stanna kvar', false],
      ['Lämna sidan', true],
    ] as const) {
      const answer = leave();
      const buttons = await dialogButtons();
      expect(document.querySelector('[role=alertdialog]')?.textContent).toContain(
        'Du har ändringar som inte är sparade',
      );
      expect(document.activeElement?.textContent?.trim()).toBe('Stanna kvar');
      buttons.find((button) => button.textContent.trim() === choice)?.click();
      expect(await answer).toBe(left);
      TestBed.tick();
    }
    page.destroy();
    expect(leave()).toBe(true);
  });

  it('stops a closing tab while something is unsaved', () => {
    const page = TestBed.createComponent(Page);
    const close = (): boolean => window.dispatchEvent(new Event('beforeunload', { cancelable: true }));
    expect(close()).toBe(true);
    page.componentInstance.dirty.set(true);
    expect(close()).toBe(false);
    page.destroy();
  });
});
