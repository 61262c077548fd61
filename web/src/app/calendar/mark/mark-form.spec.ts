import { Dialog } from '@angular/cdk/dialog';
import { TestBed } from '@angular/core/testing';
import type { YearEntry, YearMark } from '@samhandling/contracts';
import { useHttp } from '../../core/testing.ts';
import { MarkForm, type Saved } from './mark-form.ts';

const stored: YearMark = {
  id: 'm1',
  version: 1,
  kind: 'data_date',
  title: 'Skolenkäten',
  note: '',
  from: '2026-03-01',
  to: '2026-03-01',
  activities: [],
};

describe('MarkForm', () => {
  const settle = async (): Promise<void> => {
    await new Promise((done) => setTimeout(done));
    TestBed.tick();
  };
  afterEach(() => TestBed.inject(Dialog).closeAll());

  it('shows both versions of a date field by field, and saves what was chosen from theirs', async () => {
    const http = useHttp();
    const fixture = TestBed.createComponent(MarkForm);
    fixture.componentRef.setInput('slug', 'plan');
    fixture.componentRef.setInput('entry', { ...stored, key: 'mark/m1', detail: '' } as unknown as YearEntry);
    const saved: Saved[] = [];
    fixture.componentInstance.saved.subscribe((one) => saved.push(one));
    const form = fixture.nativeElement as HTMLElement;
    await settle();
    const title = form.querySelector('input');
    if (!title) throw new Error('No title');
    title.value = 'Min enkät';
    title.dispatchEvent(new Event('input'));
    form.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settle();
    const current = { ...stored, version: 2, title: 'Deras enkät', note: 'Deras anteckning' };
    http
      .expectOne({ method: 'PATCH', url: '/api/v1/year-marks/m1' })
      .flush(
        { type: 'x#stale', title: 'Ändrat', status: 412, code: 'stale', current },
        { status: 412, statusText: '' },
      );
    let dialog: HTMLElement | null = null;
    for (let turn = 0; turn < 20 && !dialog; turn += 1) {
      await settle();
      dialog = document.querySelector('sam-stale-dialog');
    }
    expect(dialog?.textContent).toContain('Min enkät');
    expect(dialog?.textContent).toContain('Deras enkät');
    expect(dialog?.textContent).toContain('Deras anteckning');
    dialog?.querySelector<HTMLInputElement>('input[name="stale-title"]')?.click();
    dialog?.querySelector<HTMLButtonElement>('[actions] button, button[type="button"]')?.click();
    await settle();
    const again = http.expectOne({ method: 'PATCH', url: '/api/v1/year-marks/m1' });
    expect(again.request.headers.get('If-Match')).toBe('"2"');
    expect(again.request.body).toMatchObject({ title: 'Min enkät', note: 'Deras anteckning' });
    again.flush({ ...current, title: 'Min enkät', version: 3 });
    await settle();
    expect(saved.map(({ mark }) => mark?.version)).toEqual([3]);
  });
});
