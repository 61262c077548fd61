import { Component } from '@angular/core';
import { Shell } from './layout/shell.ts';

@Component({ selector: 'sam-root', imports: [Shell], template: '<sam-shell />' })
export class App {}
