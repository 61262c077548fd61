import { MAX_FILE_BYTES, fileRefusal, nameFrom } from './file-words.ts';

describe('a file that is to be read', () => {
  it.each([
    ['svar.xlsx', MAX_FILE_BYTES, null],
    ['SVAR.XLSX', 1, null],
    ['svar.xlsm', 1, 'wrong_type'],
    ['svar.xls', 1, 'wrong_type'],
    ['svar.xlsx.pdf', 1, 'wrong_type'],
    ['svar.xlsx', MAX_FILE_BYTES + 1, 'too_large'],
  ])('%s of %i bytes', (name, size, code) => {
    expect(fileRefusal({ name, size })?.code ?? null).toBe(code);
  });

  it('says what to do about macros', () => {
    expect(fileRefusal({ name: 'svar.xlsm', size: 1 })?.detail).toContain('utan makron');
  });
});

describe('the name of a fetched file', () => {
  it('is the one the server gives, with its letters', () => {
    const disposition = 'attachment; filename="x.xlsx"; filename*=UTF-8\'\'Uppf%C3%B6ljning%202026.xlsx';
    expect(nameFrom(disposition, 'annat.xlsx')).toBe('Uppföljning 2026.xlsx');
  });

  it('is another when the server gives none', () => {
    expect(nameFrom(null, 'annat.xlsx')).toBe('annat.xlsx');
  });
});
