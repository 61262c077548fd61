import { Component, input } from '@angular/core';
import type { ImportSourceLine, LineUse } from '@samhandling/contracts';
import { Icon, type IconName } from '@samhandling/ui';

const ICON: Readonly<Record<LineUse, IconName>> = { used: 'check', ignored: 'none', flagged: 'flag' };

/** Some lines of the source. Only the piece with the chosen line is drawn anew when the choice moves. */
@Component({
  selector: 'sam-source-chunk',
  imports: [Icon],
  template: `
    @for (line of lines(); track line.line) {
      <div
        role="option"
        class="line"
        [id]="'rad-' + line.line"
        [class]="'line--' + line.use"
        [attr.aria-selected]="line.line === chosen()"
        [attr.data-line]="line.line"
      >
        <span class="number"
          ><span class="sam-visually-hidden" i18n="@@imports.line.row">Rad </span>{{ line.line }}</span
        >
        <span class="use"><sam-icon [name]="icon(line)" />{{ word(line) }}</span>
        @if (line.text.trim()) {
          <span class="text">{{ line.text }}</span>
        } @else {
          <span class="sam-visually-hidden" i18n="@@imports.line.blank">tom rad</span>
        }
      </div>
    }
  `,
  styleUrl: './source-chunk.scss',
  host: { role: 'presentation' },
})
export class SourceChunk {
  readonly lines = input.required<readonly ImportSourceLine[]>();
  /** Null when the chosen line is in another piece. */
  readonly chosen = input.required<number | null>();

  private readonly words: Readonly<Record<LineUse, string>> = {
    used: $localize`:@@imports.line.used:Använd`,
    ignored: $localize`:@@imports.line.ignored:Bortsedd`,
    flagged: $localize`:@@imports.line.flagged:Flaggad`,
  };

  protected icon(line: ImportSourceLine): IconName {
    return ICON[line.use];
  }

  protected word(line: ImportSourceLine): string {
    return this.words[line.use];
  }
}
